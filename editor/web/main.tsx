import './style.css';
import './parts/parts.css';
import { startPage } from './start.tsx';

await startPage();
