import { z } from 'zod';
import { roles } from '#lib/domain/people/roles.ts';
import { unwrap } from '#lib/server/db/errors.ts';
import * as organisations from '#lib/server/register/organisations.ts';
import { oneOf, readArguments, WrongUse, type Command } from '../command.ts';
import { withDesk } from '../with-desk.ts';

export default {
	about: 'Lets an e-mail address sign in with a role; the invitation stands for 14 days.',
	usage: `invite <email> --role <${roles.join('|')}> [--organisation <id>]`,
	async run(args) {
		const { values, positionals } = readArguments({
			args,
			allowPositionals: true,
			options: { role: { type: 'string' }, organisation: { type: 'string' } }
		});
		const email = z.email().safeParse(positionals[0]);
		if (!email.success || positionals.length > 1)
			throw new WrongUse('one e-mail address is needed');
		const role = oneOf(roles, values.role, '--role');
		if ((role === 'organisation_member') !== (values.organisation !== undefined)) {
			throw new WrongUse('--organisation goes with the role organisation_member, and only with it');
		}
		await withDesk(async (desk) => {
			if (values.organisation && !(await organisations.load(desk, values.organisation))) {
				throw new Error(`there is no organisation ${values.organisation}`);
			}
			const answer = await desk.service.rpc('invite', {
				email: email.data,
				role,
				organisation_id: values.organisation
			});
			unwrap('invite', answer);
			console.log(`${email.data} may sign in as ${role} at ${desk.env.origin}/inloggen`);
		});
	}
} satisfies Command;
