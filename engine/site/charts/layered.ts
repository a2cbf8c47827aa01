import * as library from '@dagrejs/dagre';

/** The part of the layout library that is used; its own declarations cannot be resolved by Node's way of importing. */
interface Dagre {
  readonly Graph: new (options: { readonly multigraph: boolean }) => Graph;
  layout(graph: Graph): void;
}
interface Graph {
  setGraph(settings: Readonly<Record<string, string | number>>): void;
  setNode(id: string, size: { readonly width: number; readonly height: number }): void;
  setEdge(from: string, to: string, label: Partial<LabelSize>, name: string): void;
  graph(): { readonly width?: number; readonly height?: number };
  node(id: string): Point;
  edge(edge: Edge): { readonly points: readonly Point[]; readonly x?: number; readonly y?: number };
  edges(): readonly Edge[];
}
interface Edge {
  readonly v: string;
  readonly w: string;
  readonly name?: string;
}
interface LabelSize {
  readonly width: number;
  readonly height: number;
  readonly labelpos: 'c';
}
interface Point {
  readonly x: number;
  readonly y: number;
}
const dagre = library as unknown as Dagre;

interface Box {
  readonly id: string;
  readonly width: number;
  readonly height: number;
}
interface Line {
  readonly from: string;
  readonly to: string;
  /** Told apart from others between the same boxes. */
  readonly sort: string;
  /** Room for what is written on it. */
  readonly label?: { readonly width: number; readonly height: number };
}
interface Layered {
  readonly width: number;
  readonly height: number;
  /** By id: the middle of the box. */
  readonly boxes: ReadonlyMap<string, Point>;
  readonly lines: readonly { readonly sort: string; readonly points: readonly Point[]; readonly label?: Point }[];
}

/** Boxes in layers from above to below, as their lines lead; places in pixels, rounded. */
export function layered(boxes: readonly Box[], lines: readonly Line[]): Layered {
  const graph = new dagre.Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'TB', nodesep: 16, ranksep: 32, marginx: 6, marginy: 6 });
  for (const { id, width, height } of boxes) graph.setNode(id, { width, height });
  for (const { from, to, sort, label } of lines) {
    if (from !== to) graph.setEdge(from, to, label === undefined ? {} : { ...label, labelpos: 'c' }, sort);
  }
  dagre.layout(graph);
  const { width = 0, height = 0 } = graph.graph();
  return {
    width: Math.round(width),
    height: Math.round(height),
    boxes: new Map(boxes.map(({ id }) => [id, rounded(graph.node(id))])),
    lines: graph.edges().map((edge) => {
      const { points, x, y } = graph.edge(edge);
      const label = x === undefined || y === undefined ? {} : { label: rounded({ x, y }) };
      return { sort: edge.name ?? '', points: points.map(rounded), ...label };
    }),
  };
}

const rounded = ({ x, y }: Point): Point => ({ x: Math.round(x), y: Math.round(y) });
