/** A command did its work and found something wrong; it has told what. The program ends with `EXIT.findings`. */
export class Findings extends Error {
  override readonly name = 'Findings'
}
