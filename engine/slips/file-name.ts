/**
 * The file of a person's slip. The number of the row makes it its own, whatever the key is; what is left of the key only
 * helps people to find it: letters and digits of any script, at most 40. Nothing in it leads out of a folder, is a device's
 * name, or differs from another one by capitals alone.
 */
export function slipFileName(row: number, key: string): string {
  const letters = key.normalize('NFKC').match(/[\p{L}\p{N}]+/gu) ?? [];
  const shown = Array.from(letters.join('-')).slice(0, 40).join('').replace(/-$/, '');
  return `${String(row).padStart(4, '0')}${shown === '' ? '' : `-${shown}`}.html`;
}
