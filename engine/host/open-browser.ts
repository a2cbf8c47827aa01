import { spawn } from 'node:child_process';
import process from 'node:process';

/** What opens an address on each system; the address comes last. */
const openers: Readonly<Record<string, readonly [command: string, ...args: readonly string[]]>> = {
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
  linux: ['xdg-open'],
};

/** Asks the system to show an address. Where it cannot, the person has read the address and opens it. */
export function openInBrowser(url: string): void {
  const [command, ...args] = openers[process.platform] ?? [];
  const hasScreen =
    process.platform !== 'linux' ||
    process.env['DISPLAY'] !== undefined ||
    process.env['WAYLAND_DISPLAY'] !== undefined;
  if (command === undefined || !hasScreen) return;
  const child = spawn(command, [...args, url], { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}
