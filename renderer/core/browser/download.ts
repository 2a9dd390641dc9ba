export type TextFile = { readonly name: string; readonly type: string; readonly content: string };

/** Hands a file to the browser, which asks or knows where to put it. Nothing leaves the computer. */
export function download({ name, type, content }: TextFile): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  saveAs(address, name);
  // The browser reads it after this turn.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** Saves what stands at an address of this page under this name. */
export function saveAs(address: string, name: string): void {
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
}
