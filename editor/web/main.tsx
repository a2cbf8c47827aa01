import './style/base.css';
import './style/words.css';
import './style/controls.css';
import { startPage } from './start.tsx';

await startPage();
