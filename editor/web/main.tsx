import './style.css';
import { startPage } from './start.tsx';

await startPage();
