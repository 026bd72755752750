import { createRoot } from 'react-dom/client';
import './app/base.css';
import './app/gate.css';
import { Gate } from './app/gate.tsx';
import { applyContrast, savedContrast } from './app/contrast.ts';

applyContrast(savedContrast());
const root = document.getElementById('root');
if (root) createRoot(root).render(<Gate />);
