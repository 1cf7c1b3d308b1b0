/** The file that is shown under every address that leads nowhere. */
export const notFoundPath = '404.html';
