import type { VNode } from 'preact';
import { labelNl } from '#contracts';
import { Due } from '../staff/due.component.js';
import { LevelBadge } from '../staff/level-badge.component.js';
import { shortMoment } from '../time/local-time.js';
import type { WorklistItem } from './worklist.client.js';

const COLUMNS = [
  'Urgentie',
  'Melding',
  'Opvang',
  'Status',
  'Behandelaar',
  'Oppakken voor',
  'Beslissen voor',
] as const;

const Row = ({ item, now }: { item: WorklistItem; now: Date }): VNode => (
  <tr role="row">
    <td role="cell" data-column={COLUMNS[0]}>
      <LevelBadge level={item.level} />
    </td>
    <th role="rowheader" scope="row" data-column={COLUMNS[1]}>
      <a class="op-nowrap" href={`/zaken/${item.id}`}>
        {item.reference}
      </a>
      <span class="op-due op-soft">{item.kindLabel}</span>
      <span class="op-due op-soft">
        <span class="op-visually-hidden">Ontvangen op </span>
        {shortMoment(item.receivedAt, now)}
      </span>
    </th>
    <td role="cell" data-column={COLUMNS[2]}>
      {item.location === null ? 'Nog niet gekend' : (item.location.name ?? item.location.id)}
      {item.location?.municipality ? <span class="op-due op-soft">{item.location.municipality}</span> : null}
    </td>
    <td role="cell" data-column={COLUMNS[3]}>
      <span class="op-tag">{item.statusLabel}</span>
      <span class="op-due op-soft">{labelNl('queue', item.queue)}</span>
    </td>
    <td role="cell" data-column={COLUMNS[4]}>
      {item.assigneeName ?? item.assignee ?? 'Nog van niemand'}
    </td>
    <td role="cell" data-column={COLUMNS[5]}>
      {item.pickUpBy === null ? 'Opgepakt' : <Due at={item.pickUpBy} now={now} />}
    </td>
    <td role="cell" data-column={COLUMNS[6]}>
      <Due at={item.dueAt} now={now} />
    </td>
  </tr>
);

/** Cases by urgency, then due time. On a narrow screen each row is a card; the roles keep it a table for speech. */
export const WorklistTable = ({ items, now }: { items: WorklistItem[]; now: Date }): VNode => (
  <table class="op-table" role="table">
    <caption class="op-visually-hidden">Zaken, de dringendste eerst</caption>
    <thead role="rowgroup">
      <tr role="row">
        {COLUMNS.map((column) => (
          <th key={column} role="columnheader" scope="col">
            {column}
          </th>
        ))}
      </tr>
    </thead>
    <tbody role="rowgroup">
      {items.map((item) => (
        <Row key={item.id} item={item} now={now} />
      ))}
    </tbody>
  </table>
);
