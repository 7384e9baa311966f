/**
 * The attribute of a `<details>` that is open when something is so, to be spread. Set by itself it
 * would close, as the page comes to life, what somebody on a slow phone opened before that.
 */
export function openWhen(isOpen: boolean): { open?: true } {
	return isOpen ? { open: true } : {};
}
