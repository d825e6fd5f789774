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

/** What the first picture shows is waited for so long, ms: to draw once is quicker than to draw what is without it twice. */
const TOGETHER_WITHIN = 250;

const client = createQueryClient();
const fetched = fetchFirstPicture(client);
guardDialogs();
await Promise.race([fetched, new Promise((resolve) => setTimeout(resolve, TOGETHER_WITHIN))]);
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <App />
    </QueryClientProvider>
  </StrictMode>,
);
