import { tick } from 'svelte';
import type { StepId } from './report-steps.ts';

/** Brings a step that has just been opened into view, and its question to who listens. */
export async function announceStep(form: HTMLFormElement, step: StepId) {
	await tick();
	form.scrollIntoView({ block: 'start' });
	document.getElementById(`${step}-question`)?.focus({ preventScroll: true });
}
