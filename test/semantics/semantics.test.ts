import { compile } from '../../engine/compile/compile.ts';
import { evaluate, explain } from '../../engine/evaluate/evaluate.ts';
import { oracle } from '../oracle/oracle.ts';
import { runSemantics } from './run.ts';

runSemantics('explaining', evaluate);
runSemantics('explained', (...question) => explain(...question).outcome);
runSemantics('compiled', (program, decision, facts, options) => compile(program).evaluate(decision, facts, options));
runSemantics('oracle', (program, decision, facts, options) => oracle(program, decision, facts, options));
