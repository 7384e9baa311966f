import type { Rule } from '../rule.ts';
import { consumerContracts } from './consumer-contracts.ts';
import { dataProtection } from './data-protection.ts';
import { dormant } from './dormant.ts';
import { energyStandard } from './energy-standard.ts';
import { fieldMarketingCode } from './field-marketing-code.ts';
import { telecommunicationsAct } from './telecommunications-act.ts';
import { telemarketingCode } from './telemarketing-code.ts';
import { unfairPractices } from './unfair-practices.ts';

/** The catalogue in its own order, then what is dormant. */
export const catalogue: readonly Rule[] = [
	...telecommunicationsAct,
	...telemarketingCode,
	...dataProtection,
	...consumerContracts,
	...unfairPractices,
	...fieldMarketingCode,
	...energyStandard,
	...dormant
];
