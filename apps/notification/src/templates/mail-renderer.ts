import { Injectable } from '@nestjs/common';
import { Liquid, type Template as Parsed } from 'liquidjs';
import type { RenderedMail, Template } from './template.js';

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const LINK = /https?:\/\/[^\s<]+/g;

const asHtml = (paragraph: string): string =>
  `<p>${escapeHtml(paragraph).replaceAll(LINK, '<a href="$&">$&</a>')}</p>`;

/** Fills a template. Text and HTML come from the same words, so that they never say different things. */
@Injectable()
export class MailRenderer {
  // A placeholder without value is a fault of ours: better no mail and an alarm than a mail with holes.
  private readonly engine = new Liquid({
    strictVariables: true,
    strictFilters: true,
    lenientIf: true,
    jsTruthy: true,
  });

  /** By source: the texts in force are few and stay. */
  private readonly parsed = new Map<string, Parsed[]>();

  render(template: Template, values: Record<string, unknown>): RenderedMail {
    const subject = this.fill(template.subject, values);
    const paragraphs = this.fill(template.body, values)
      .split(/\n\s*\n/)
      .map((paragraph) => paragraph.trim())
      .filter((paragraph) => paragraph !== '');
    const html = `<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head><body>${paragraphs.map(asHtml).join('\n')}</body></html>`;
    return { subject, text: `${paragraphs.join('\n\n')}\n`, html };
  }

  private fill(source: string, values: Record<string, unknown>): string {
    return String(this.engine.renderSync(this.parsedOf(source), values)).trim();
  }

  private parsedOf(source: string): Parsed[] {
    const known = this.parsed.get(source) ?? this.engine.parse(source);
    this.parsed.set(source, known);
    return known;
  }
}
