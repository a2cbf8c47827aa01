// Of the packages of this folder, which are installed only when they are measured, the parts that are used.

declare module '@gorules/zen-engine' {
  export interface ZenAnswer {
    readonly result: unknown;
  }
  export class ZenEngine {
    createDecision(content: Uint8Array): {
      evaluate(context: object, options?: { readonly trace?: boolean }): Promise<ZenAnswer>;
    };
  }
  export function evaluateExpressionSync(expression: string, context?: object): unknown;
}

declare module 'publicodes' {
  export default class Engine {
    constructor(rules: unknown);
    setSituation(situation: Readonly<Record<string, number | string>>): this;
    evaluate(rule: string): { readonly nodeValue: unknown };
  }
}

declare module 'feelin' {
  export function evaluate(
    expression: string,
    context?: Readonly<Record<string, unknown>>,
  ): { readonly value: unknown };
}

declare module '@marcbachmann/cel-js' {
  export class Environment {
    registerVariable(name: string, type: string): this;
    registerFunction(signature: string, handler: (value: number) => number): this;
    parse(expression: string): (context: object) => unknown;
  }
}

declare module 'jsonata' {
  export default function jsonata(expression: string): { evaluate(input: object): Promise<unknown> };
}

declare module 'json-logic-engine' {
  export class LogicEngine {
    addMethod(
      name: string,
      method: (args: readonly number[]) => number,
      options?: { readonly deterministic?: boolean },
    ): void;
    build(logic: unknown): (data: object) => unknown;
  }
}

declare module 'vega' {
  export class View {
    constructor(runtime: object, options: { readonly renderer: 'none' });
    toSVG(): Promise<string>;
    finalize(): void;
  }
  export function parse(specification: object): object;
}

declare module 'vega-lite' {
  export function compile(specification: object): { readonly spec: object };
}
