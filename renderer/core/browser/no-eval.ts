import { config } from 'zod';

// The page's policy allows no code made of text. Zod would try it as soon as the first schema is made.
config({ jitless: true });
