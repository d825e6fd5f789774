import { config } from 'zod';

// Zod tries, when a schema is made, whether it may make functions out of text. The policy of this page has answered that.
config({ jitless: true });
