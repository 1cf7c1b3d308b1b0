/** Stands for `uc.micro`, of which markdown-it takes these two: punctuation and symbols, which V8 knows itself. */
export const [P, S] = [/\p{P}/u, /\p{S}/u];
