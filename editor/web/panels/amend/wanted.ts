/** Under this key the page keeps that somebody asked for a new version; the panel then begins at its first field. */
export const amendWanted = 'amend/wanted';
