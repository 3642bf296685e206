import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Outbox, aggregate versions and leases, inbox, parked events, dead letters, work, group progress. */
export class Messaging1732250000000 implements MigrationInterface {
  name = 'Messaging1732250000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE messaging_aggregate (key text PRIMARY KEY, version bigint NOT NULL);

      CREATE TABLE messaging_outbox (
        id uuid PRIMARY KEY,
        position bigint GENERATED ALWAYS AS IDENTITY,
        type text NOT NULL, topic text NOT NULL, urgent boolean NOT NULL,
        key text NOT NULL, version bigint NOT NULL, source text NOT NULL,
        traceparent text, data jsonb NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        available_at timestamptz NOT NULL DEFAULT now(),
        attempts integer NOT NULL DEFAULT 0,
        published_at timestamptz,
        UNIQUE (key, version));
      CREATE INDEX messaging_outbox_waiting ON messaging_outbox (urgent, position) WHERE published_at IS NULL;
      CREATE INDEX messaging_outbox_waiting_key ON messaging_outbox (urgent, key, version) WHERE published_at IS NULL;
      CREATE INDEX messaging_outbox_published ON messaging_outbox (published_at) WHERE published_at IS NOT NULL;

      CREATE TABLE messaging_relay_lease (
        key text NOT NULL, urgent boolean NOT NULL,
        owner uuid NOT NULL, leased_until timestamptz NOT NULL,
        PRIMARY KEY (key, urgent));

      CREATE TABLE messaging_inbox (
        consumer text NOT NULL, event_id text NOT NULL, source text NOT NULL,
        handled_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (consumer, source, event_id));

      CREATE TABLE messaging_parked (
        id uuid PRIMARY KEY,
        position bigint GENERATED ALWAYS AS IDENTITY,
        consumer text NOT NULL, topic text NOT NULL, key text NOT NULL,
        event_id text NOT NULL, type text NOT NULL, source text NOT NULL,
        headers jsonb NOT NULL, value bytea NOT NULL,
        reason text NOT NULL, attempts integer NOT NULL,
        parked_at timestamptz NOT NULL DEFAULT now(),
        next_try timestamptz,
        lease_owner uuid, leased_until timestamptz,
        resolved_at timestamptz,
        UNIQUE (consumer, source, event_id));
      CREATE INDEX messaging_parked_waiting ON messaging_parked (consumer, topic, key, position) WHERE resolved_at IS NULL;

      CREATE TABLE messaging_dead_letter (
        id uuid PRIMARY KEY,
        consumer text NOT NULL, topic text NOT NULL, key text, position text NOT NULL,
        headers jsonb NOT NULL, value bytea, reason text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now());

      CREATE TABLE messaging_work (
        id uuid PRIMARY KEY,
        position bigint GENERATED ALWAYS AS IDENTITY,
        kind text NOT NULL, key text NOT NULL, payload jsonb NOT NULL, urgent boolean NOT NULL,
        traceparent text,
        created_at timestamptz NOT NULL DEFAULT now(),
        due_at timestamptz NOT NULL,
        attempts integer NOT NULL DEFAULT 0, last_error text,
        lease_owner uuid, leased_until timestamptz,
        done_at timestamptz);
      CREATE INDEX messaging_work_due ON messaging_work (urgent, due_at) WHERE done_at IS NULL;
      CREATE INDEX messaging_work_order ON messaging_work (kind, key, position) WHERE done_at IS NULL;
      CREATE INDEX messaging_work_done ON messaging_work (done_at) WHERE done_at IS NOT NULL;

      CREATE TABLE messaging_progress (
        consumer text NOT NULL, source text NOT NULL, topic text NOT NULL,
        handled_until timestamptz NOT NULL,
        PRIMARY KEY (consumer, source, topic));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE messaging_progress, messaging_work, messaging_dead_letter, messaging_parked, messaging_inbox,
        messaging_relay_lease, messaging_outbox, messaging_aggregate`);
  }
}
