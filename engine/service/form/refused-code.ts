/** The code of a diagnostic that says at a cell why what is typed there would be refused; nothing of it is in the text. */
export const refusedCode = 'form/refused';
