import { m } from '#lib/paraglide/messages.js';

/** What each mark of a sector asks or says. */
export const flagLabels = {
	customer_exception: m.upkeep_flag_customer_exception,
	written_agreement: m.upkeep_flag_written_agreement,
	withdrawal_right: m.upkeep_flag_withdrawal_right,
	cooling_off_exception: m.upkeep_flag_cooling_off,
	is_telemarketing: m.upkeep_flag_telemarketing,
	is_ranked: m.upkeep_flag_ranked
};

export const flagValues = {
	yes: m.upkeep_flag_yes,
	no: m.upkeep_flag_no,
	depends: m.upkeep_flag_depends,
	unknown: m.upkeep_flag_unknown,
	not_applicable: m.upkeep_flag_not_applicable
};
