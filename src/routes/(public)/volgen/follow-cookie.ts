import { keptCode } from '#lib/server/following/kept-code.ts';

/** The follow code of a report, for the pages under /volgen. */
export const followedCode = keptCode('followed', '/volgen');
