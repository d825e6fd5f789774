// Important! The policy stands before anything can set markup.
import './trusted-types.ts';
// Before the first schema is made.
import './schemas-without-eval.ts';
import '@mantine/core/styles.layer.css';
import './ui/fonts.css';
import './ui/global.css';
import './ui/mantine.css';
import './ui/forced-colors.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createQueryClient } from './api/query-client.ts';
import { App } from './app.tsx';
import { fetchFirstPicture } from './fetch-first-picture.ts';
import { guardDialogs } from './ui/guard-dialogs.ts';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no element with the id "root".');

const client = createQueryClient();
void fetchFirstPicture(client);
guardDialogs();
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <App />
    </QueryClientProvider>
  </StrictMode>,
);
