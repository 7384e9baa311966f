/** The name of the field for the reason, of one claim among several on a page. */
export const reasonField = (claim_id: string) => `reason_${claim_id.replaceAll('-', '')}`;
