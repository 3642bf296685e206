import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

export interface AssetFile {
  name: string;
  /** Address with a hash of the content, so that it may be kept for ever. */
  url: string;
  contentType: string;
  body: Buffer;
}

const TYPES = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
} as const;

function load(stem: string, extension: keyof typeof TYPES): AssetFile {
  const body = readFileSync(new URL(`./files/${stem}.${extension}`, import.meta.url));
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 12);
  const name = `${stem}.${hash}.${extension}`;
  return { name, url: `/assets/${name}`, contentType: TYPES[extension], body };
}

/** All static files of the portal, read once at start. */
export const ASSETS = {
  styles: load('site', 'css'),
  exitPage: load('exit-page', 'js'),
  pageActions: load('page-actions', 'js'),
  icon: load('icon', 'svg'),
} as const;

export const assetNamed = (name: string): AssetFile | undefined =>
  Object.values(ASSETS).find((asset) => asset.name === name);
