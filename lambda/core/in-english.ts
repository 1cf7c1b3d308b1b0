import { en } from 'zod/locales';

/** How a parser says what is wrong with an input: by itself `zod/mini` calls everything "Invalid input". */
export const inEnglish = { error: en().localeError } as const;
