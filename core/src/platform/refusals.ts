/** A request we will not serve. `code` is stable and public; one table gives its status and title. */
export class Refused extends Error {
  constructor(
    readonly code: string,
    readonly detail = '',
  ) {
    super(detail ? `${code}: ${detail}` : code);
    this.name = 'Refused';
  }
}

/** A guarded write found its condition gone: the work is replayed from BEGIN. */
export class Contended extends Error {
  constructor(what: string) {
    super(`contended: ${what}`);
    this.name = 'Contended';
  }
}

/** A part we need does not answer, or a bounded number of replays was not enough. */
export class Unavailable extends Error {
  constructor(what: string, options?: ErrorOptions) {
    super(`unavailable: ${what}`, options);
    this.name = 'Unavailable';
  }
}
