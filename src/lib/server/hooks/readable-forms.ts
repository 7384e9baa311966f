import { error, type Handle } from '@sveltejs/kit';
import { say } from '../messages.ts';

/** A form whose parts cannot be told apart is the sender's mistake, not a fault of the desk. */
export const readableForms: Handle = ({ event, resolve }) => {
	const { request } = event;
	const read = request.formData.bind(request);
	request.formData = () =>
		read().catch((reason: unknown) => {
			if (reason instanceof TypeError) error(400, say('error_malformed_form'));
			throw reason;
		});
	return resolve(event);
};
