/** The command line. The verbs are not here yet. */
console.error('bylaw: no verbs yet');
process.exitCode = 2;
