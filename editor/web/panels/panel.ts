import type { FunctionComponent } from 'preact';
import type { Later } from '../later.ts';
import type { Texts } from '../../../engine/service/index.ts';
import type { Page } from '../page.ts';

/** A tab at the right. It sees the page through `usePage` and asks through `useAsk`. */
export interface Panel {
  readonly id: string;
  readonly title: Texts;
  readonly view: Later<FunctionComponent>;
  /** A number beside the title. */
  readonly count?: (page: Page) => number;
}
