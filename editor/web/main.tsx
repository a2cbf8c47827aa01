import './style.css';
import { rememberedLanguage } from './language-choice.ts';

// Monaco reads its own menus' language when it is loaded.
if (rememberedLanguage() === 'zh') await import('monaco-editor/nls/lang/zh-cn');
const { startPage } = await import('./start.tsx');
await startPage();
