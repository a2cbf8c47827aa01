import type { VNode } from 'preact';
import { shortcuts } from '../keyboard/shortcuts.ts';
import { Dialog } from '../parts/dialog.tsx';
import { useWords } from '../words.ts';
import { layoutWords } from './words.ts';
import './help.css';

/** What the keys do. */
export function Help({ onClose }: { readonly onClose: () => void }): VNode {
  const { say, pick } = useWords(layoutWords);
  return (
    <Dialog title={say('keys')} onClose={onClose}>
      <table class="keys">
        <tbody>
          {shortcuts.map(({ keys, does }) => (
            <tr key={keys}>
              <th scope="row">
                <kbd>{keys}</kbd>
              </th>
              <td>{pick(does)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  );
}
