import type { PictureGrouping } from '../../src/messages/fr/pictures';

/** One line of a picture: what it is of, how much, and the amount in words. */
export interface Bar {
  readonly label: string;
  /** M€ or a number of projects; null = not published, which is shown as such and never as zero. */
  readonly value: number | null;
  readonly valueText: string;
  /** For a group: how many of its projects have a published amount; null where that says nothing. */
  readonly coverage: { readonly known: number; readonly size: number } | null;
}

/** The data of a picture in bars, in the order to draw; texts are ready to show. */
export interface Bars {
  readonly title: string;
  readonly unit: 'MEUR' | 'projects';
  /** What each bar stands for. */
  readonly of: 'project' | PictureGrouping;
  readonly rows: readonly Bar[];
  /** "… et 9 autres, dont 4 non publiés"; null when every one is drawn. */
  readonly rest: string | null;
  readonly notes: readonly string[];
}

/** How many lines a picture holds, the one for the rest included; how many of them are bars, and how many are for what is not published. */
export interface Room {
  readonly bars: number;
  readonly lines: number;
  readonly unpublished: number;
}
