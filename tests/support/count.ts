/** How many tests passed and how many did not. */
export type Count = { passed: number; failed: number };

type VitestReport = {
	numTotalTests: number;
	numPassedTests: number;
	testResults: { status: string; assertionResults: unknown[] }[];
};

type PlaywrightReport = {
	stats: { expected: number; unexpected: number; skipped: number; flaky: number };
};

/** Counts a report of vitest. A file that did not come to its tests is a failed test. */
export function countUnits(report: string, exitCode: number): Count {
	const { numTotalTests, numPassedTests, testResults } = JSON.parse(report) as VitestReport;
	const unread = testResults.filter(
		({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0
	);
	return strict(numPassedTests, numTotalTests - numPassedTests + unread.length, exitCode);
}

/** Counts a report of Playwright. What passed at the second try has passed; the report names it. */
export function countJourneys(report: string, exitCode: number): Count {
	const { stats } = JSON.parse(report) as PlaywrightReport;
	return strict(stats.expected + stats.flaky, stats.unexpected + stats.skipped, exitCode);
}

/** A skipped test has failed, and so has a run that says so without naming a test, or has none. */
function strict(passed: number, failed: number, exitCode: number): Count {
	const isSilentFailure = failed === 0 && (exitCode !== 0 || passed === 0);
	return { passed, failed: isSilentFailure ? 1 : failed };
}
