export type EnrolForm = { readonly centralUrl: string; readonly code: string; readonly name: string };

/** What is missing in the form, and the key of its sentence below `session`; null when it can be sent. */
export function problemOf(form: EnrolForm): {
  readonly field: keyof EnrolForm;
  readonly message: 'required.url' | 'required.code' | 'required.name' | 'failure.bad_url';
} | null {
  const address = form.centralUrl.trim();
  if (address === '') return { field: 'centralUrl', message: 'required.url' };
  if (!isAddress(address)) return { field: 'centralUrl', message: 'failure.bad_url' };
  if (form.code.trim() === '') return { field: 'code', message: 'required.code' };
  if (form.name.trim() === '') return { field: 'name', message: 'required.name' };
  return null;
}

function isAddress(text: string): boolean {
  return /^https?:\/\//i.test(text) && URL.canParse(text);
}
