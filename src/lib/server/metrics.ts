import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';

/** What Prometheus reads at /metrics. Labels are routes and codes, never what was asked for. */
export const registry = new Registry();
collectDefaultMetrics({ register: registry });

export const requestSeconds = new Histogram({
	name: 'gehoord_request_seconds',
	help: 'Time to answer a request.',
	labelNames: ['route', 'method', 'status'],
	buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
	registers: [registry]
});

export const reportsFiled = new Counter({
	name: 'gehoord_reports_filed_total',
	help: 'Reports filed, repetitions not counted.',
	labelNames: ['kind', 'channel', 'origin', 'status'],
	registers: [registry]
});

export const mailsSent = new Counter({
	name: 'gehoord_mails_total',
	help: 'Mails taken from the outbox.',
	labelNames: ['template', 'outcome'],
	registers: [registry]
});

export const jobRuns = new Counter({
	name: 'gehoord_job_runs_total',
	help: 'Jobs the desk did by itself.',
	labelNames: ['job', 'outcome'],
	registers: [registry]
});

export const webhooksPosted = new Counter({
	name: 'gehoord_webhooks_total',
	help: 'Messages posted to webhooks, every attempt.',
	labelNames: ['event', 'outcome'],
	registers: [registry]
});
