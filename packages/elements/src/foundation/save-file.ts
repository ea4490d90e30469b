/** Hands a text to the browser to save. */
export function saveFile(name: string, type: string, text: string): void {
  const href = URL.createObjectURL(new Blob([text], {type}));
  const link = document.createElement('a');
  link.href = href;
  link.download = name;
  link.click();
  // A browser may still be reading it when the click returns.
  setTimeout(() => URL.revokeObjectURL(href), 10_000);
}
