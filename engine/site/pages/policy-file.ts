import type { Version } from '../../program/handbook.ts';
import type { Book } from '../book.ts';

/** The page of a version; every version of the book has one. */
export const fileOf = (version: Version, book: Book): string => book.files.get(version) ?? 'index.html';
