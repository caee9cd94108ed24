/** A method returned something that is not even of the right kind; the message says what. */
export class Misshapen extends Error {}
