/**
 * What the page and its server say to each other. All of it is JSON behind the guard; types only, so that both sides import
 * them. Paths are those of the handbook's files, with `/`.
 *
 * | route | takes | answers |
 * |---|---|---|
 * | `GET /api/handbook` | | `HandbookAnswer` |
 * | `PUT /api/files/PATH` | `Save` | `Saved`, or 409 with `Conflict` |
 * | `DELETE /api/files/PATH?basedOn=VERSION` | | `Gone`, or 409 with `Conflict` |
 * | `GET /api/drafts` | | `DraftsAnswer` |
 * | `PUT /api/drafts/PATH` | `DraftSave` | `DraftKept` |
 * | `DELETE /api/drafts/PATH?window=ID` | | `DraftKept` |
 * | `GET /api/events` | | server-sent: `versions` (`AllVersions`, at each connection), `changed` (`Changed`) |
 * | `GET /api/population` | | `PopulationList` |
 * | `GET /api/population/PATH` | | `PopulationAnswer` |
 * | `GET /api/git` | | `GitState` |
 * | `GET /api/history/PATH` | | `HistoryAnswer` |
 * | `POST /api/propose` | `Proposal` | `Proposed`, or 409 with `Conflicts` |
 *
 * Every other refusal is `Refused`, with a status from 400 on.
 */
import type { Diagnostic, FileText, Texts } from '../../engine/service/index.ts';

/** The fingerprint of a file's bytes; null: there is no such file. */
export type FileVersion = string | null;

interface StoredFile extends FileText {
  readonly version: string;
}

/** The files of the handbook, and what lies in its folder and was not read. */
export interface HandbookAnswer {
  readonly files: readonly StoredFile[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Why something was not done, in words for people; `error` is for programs and stays the same. */
export interface Refused {
  readonly error: string;
  readonly message: Texts;
}

/** The whole new text, and the version that it was made from: null where the file is new. */
export interface Save {
  readonly text: string;
  readonly basedOn: FileVersion;
}

export interface Saved {
  readonly version: string;
}

/** The file is no longer there. */
export interface Gone {
  readonly gone: true;
}

/** The file is not what the text was made from. Nothing was written; both texts are null where the file is gone. */
export interface Conflict extends Refused {
  readonly path: string;
  readonly text: string | null;
  readonly version: FileVersion;
}

/** Text that was not saved yet. Each window has its own draft of a file, if it gives a name of its own. */
export interface Draft {
  readonly path: string;
  readonly window: string;
  readonly text: string;
  readonly basedOn: FileVersion;
  /** When it was last kept, ISO 8601 in UTC. */
  readonly keptAt: string;
}

export interface DraftSave extends Save {
  /** At most 64 letters, digits, `-` and `_`; chosen by the page and the same after a reload (sessionStorage). */
  readonly window?: string;
}

/** `kept` is false where the draft was taken away: asked for, or its text is what the file says. */
export interface DraftKept {
  readonly kept: boolean;
}

export interface DraftsAnswer {
  readonly drafts: readonly Draft[];
}

/** What the files are now; who knows another version of one has missed a change. */
export interface AllVersions {
  readonly versions: Readonly<Record<string, string>>;
}

/** A file got this version, in whatever way: by this window, another one, an editor, a checkout. */
export interface Changed {
  readonly path: string;
  readonly version: FileVersion;
}

/** Tables of people and orders on which changes are tried; `population/` of the handbook, read only. */
export interface PopulationList {
  readonly tables: readonly {
    readonly path: string;
    readonly bytes: number;
    /** The mapping of its columns, a file of the same name beside it. */
    readonly mapping?: string;
  }[];
}

export interface PopulationAnswer {
  readonly path: string;
  readonly text: string;
}

export type GitState =
  | { readonly repository: false; readonly message: Texts }
  | {
      readonly repository: true;
      /** Null where no branch is checked out. */
      readonly branch: string | null;
      /** Null before the first commit. */
      readonly commit: string | null;
      /** Who a commit would be of; absent where git does not know. */
      readonly author?: string;
      /** Files of the handbook that are not as in the commit. */
      readonly uncommitted: readonly string[];
      readonly remote?: {
        readonly name: string;
        /** The repository's page, where the address tells it. */
        readonly page?: string;
      };
    };

/** A file at a commit; null: the commit took it away. */
interface HistoryEntry {
  readonly commit: string;
  /** When it was written, ISO 8601 with its time zone. */
  readonly date: string;
  readonly author: string;
  readonly message: string;
  /** Its path then. */
  readonly path: string;
  readonly text: string | null;
}

/** Newest first. `more`: there are older ones, which are not given. Outside of git there are none. */
export interface HistoryAnswer {
  readonly entries: readonly HistoryEntry[];
  readonly more: boolean;
}

/** `text` null: the file goes. */
export interface ProposedFile {
  readonly path: string;
  readonly text: string | null;
  readonly basedOn: FileVersion;
}

/** In a git repository a commit on a new branch, elsewhere the files themselves. */
export interface Proposal {
  readonly files: readonly ProposedFile[];
  /** What changes, in words: the first line is the title. */
  readonly message: string;
  /** The commit that the words were made against: where another one is checked out by now, nothing is proposed. */
  readonly basedOnCommit?: string;
  /** A wish, such as `commission.promoter-2027-01-01`; made fit for git and given a number where it is taken. */
  readonly branch?: string;
  /** Becomes the trailer `Approved-by:`. */
  readonly approver?: string;
  /** Sends the branch to the remote as well. */
  readonly push?: boolean;
}

export type Proposed =
  | {
      readonly is: 'branch';
      readonly branch: string;
      readonly commit: string;
      readonly pushed: boolean;
      /** Why it was not, though asked for. The commit is there all the same. */
      readonly notPushed?: Texts;
      /** Where the pull request is opened, once the branch is pushed. */
      readonly link?: string;
      /** Proposed files that held changes nobody had committed: those are in the commit, too. */
      readonly heldUncommitted: readonly string[];
      /** Hooks of the repository that did not run, since nothing was checked out. */
      readonly skippedHooks: readonly string[];
    }
  | { readonly is: 'files'; readonly files: readonly { readonly path: string; readonly version: FileVersion }[] };

/** Files that are not what the proposal was made from. Nothing was written. */
export interface Conflicts extends Refused {
  readonly conflicts: readonly Omit<Conflict, keyof Refused>[];
}
