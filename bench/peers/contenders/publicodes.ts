import Engine from 'publicodes';
import { parse } from 'yaml';
import { answerInUnits, floatsOf, rowByRow, type Floats, type Peer, type Told } from '../peer.ts';

/** Rules with the mechanism for a table that its documentation has for it: `grille`. A grade is a text, so it is `variations`. */
const rules = `
ventes:
  question: Ventes
objectif:
  question: Objectif
s1:
  question: Note 1
s2:
  question: Note 2
s3:
  question: Note 3
s4:
  question: Note 4
réalisation:
  valeur: ventes / objectif
taux:
  grille:
    assiette: réalisation
    tranches:
      - plafond: 30%
        montant: 0%
      - plafond: 50%
        montant: 2%
      - plafond: 80%
        montant: 3%
      - plafond: 100%
        montant: 4%
      - montant: 5%
commission:
  valeur: ventes * taux
  arrondi: 2 décimales
score:
  somme:
    - s1 * 20%
    - s2 * 40%
    - s3 * 20%
    - s4 * 20%
  arrondi: 2 décimales
note:
  variations:
    - si: score >= 90
      alors: "'A'"
    - si: score >= 80
      alors: "'B'"
    - si: score >= 60
      alors: "'C'"
    - sinon: "'D'"
`;

export const peers: readonly Peer[] = [
  {
    name: 'publicodes',
    rows: 1_000,
    build() {
      const engine = new Engine(parse(rules));
      return rowByRow<Floats, Told>(
        floatsOf,
        ({ sales, target, ...scores }) => {
          engine.setSituation({ ventes: sales, objectif: target, ...scores });
          return {
            amount: engine.evaluate('commission').nodeValue as number,
            score: engine.evaluate('score').nodeValue as number,
            grade: engine.evaluate('note').nodeValue as string,
          };
        },
        answerInUnits,
      );
    },
  },
];
