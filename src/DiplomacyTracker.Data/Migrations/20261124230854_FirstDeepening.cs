using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace DiplomacyTracker.Data.Migrations
{
    /// <inheritdoc />
    public partial class FirstDeepening : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // What was made of the articles is made anew by the stages; articles, addresses and corrections stay. Sightings are found again.
            migrationBuilder.Sql(
                """
                DELETE FROM article_sightings;
                UPDATE articles SET tagged_at = NULL;
                """);

            migrationBuilder.DropTable(
                name: "article_bands");

            migrationBuilder.DropTable(
                name: "cluster_blocks");

            migrationBuilder.DropIndex(
                name: "ix_source_channels_source_id_url",
                table: "source_channels");

            migrationBuilder.DropIndex(
                name: "ix_frontier_authority_next_fetch_at",
                table: "frontier");

            migrationBuilder.DropIndex(
                name: "ix_article_sightings_article_id_url",
                table: "article_sightings");

            migrationBuilder.AddColumn<string>(
                name: "alarms",
                table: "sources",
                type: "jsonb",
                nullable: false,
                defaultValueSql: "'[]'");

            migrationBuilder.AddColumn<List<string>>(
                name: "check_findings",
                table: "sources",
                type: "text[]",
                nullable: false,
                defaultValueSql: "'{}'");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "checked_at",
                table: "sources",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "definition",
                table: "sources",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "normal_since_at",
                table: "sources",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "recall_known",
                table: "sources",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "recall_listed",
                table: "sources",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "recall_on",
                table: "sources",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "day",
                table: "source_channels",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "is_child",
                table: "source_channels",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<byte[]>(
                name: "listing_hash",
                table: "source_channels",
                type: "bytea",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "page_number",
                table: "source_channels",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "page_pattern",
                table: "source_channels",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "purpose",
                table: "source_channels",
                type: "text",
                nullable: false,
                defaultValue: "Poll");

            migrationBuilder.AddColumn<int>(
                name: "rank",
                table: "source_channels",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "route",
                table: "source_channels",
                type: "jsonb",
                nullable: false,
                defaultValueSql: "'{}'");

            migrationBuilder.AddColumn<DateOnly>(
                name: "since",
                table: "source_channels",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "validated_url",
                table: "source_channels",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "reader_version",
                table: "snapshots",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "digest",
                table: "reports",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "features",
                table: "reports",
                type: "jsonb",
                nullable: false,
                defaultValue: """{"actors":[]}""");

            migrationBuilder.AddColumn<bool>(
                name: "backfilled",
                table: "frontier",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "refetches",
                table: "frontier",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "route",
                table: "frontier",
                type: "jsonb",
                nullable: false,
                defaultValueSql: "'{}'");

            migrationBuilder.AddColumn<string>(
                name: "validated_url",
                table: "frontier",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "key",
                table: "events",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "made_of",
                table: "events",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "is_gone",
                table: "event_versions",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "name",
                table: "event_participants",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "facts_digest",
                table: "articles",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "takedown_reason",
                table: "articles",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "text_hash",
                table: "articles",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "article_key",
                table: "article_sightings",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "article_copies",
                columns: table => new
                {
                    first_id = table.Column<long>(type: "bigint", nullable: false),
                    second_id = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_article_copies", x => new { x.first_id, x.second_id });
                    table.ForeignKey(
                        name: "fk_article_copies_articles_first_id",
                        column: x => x.first_id,
                        principalTable: "articles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_article_copies_articles_second_id",
                        column: x => x.second_id,
                        principalTable: "articles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "article_shingles",
                columns: table => new
                {
                    article_id = table.Column<long>(type: "bigint", nullable: false),
                    hash = table.Column<long>(type: "bigint", nullable: false),
                    published_on = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_article_shingles", x => new { x.article_id, x.hash });
                    table.ForeignKey(
                        name: "fk_article_shingles_articles_article_id",
                        column: x => x.article_id,
                        principalTable: "articles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "cluster_failures",
                columns: table => new
                {
                    block = table.Column<string>(type: "text", nullable: false),
                    error = table.Column<string>(type: "text", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cluster_failures", x => x.block);
                });

            migrationBuilder.CreateTable(
                name: "cluster_marks",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    block = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cluster_marks", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "source_runs",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    source_id = table.Column<int>(type: "integer", nullable: false),
                    starts_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ends_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    polls = table.Column<int>(type: "integer", nullable: false),
                    failed_polls = table.Column<int>(type: "integer", nullable: false),
                    listed = table.Column<int>(type: "integer", nullable: false),
                    found = table.Column<int>(type: "integer", nullable: false),
                    pages = table.Column<int>(type: "integer", nullable: false),
                    unreadable = table.Column<int>(type: "integer", nullable: false),
                    dated = table.Column<int>(type: "integer", nullable: false),
                    duplicates = table.Column<int>(type: "integer", nullable: false),
                    garbled = table.Column<int>(type: "integer", nullable: false),
                    lengths = table.Column<List<int>>(type: "integer[]", nullable: false, defaultValueSql: "'{}'"),
                    judged_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    deviations = table.Column<string>(type: "jsonb", nullable: false, defaultValueSql: "'[]'")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_source_runs", x => x.id);
                    table.ForeignKey(
                        name: "fk_source_runs_sources_source_id",
                        column: x => x.source_id,
                        principalTable: "sources",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "tag_requests",
                columns: table => new
                {
                    article_id = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tag_requests", x => x.article_id);
                    table.ForeignKey(
                        name: "fk_tag_requests_articles_article_id",
                        column: x => x.article_id,
                        principalTable: "articles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_source_channels_source_id_purpose_url",
                table: "source_channels",
                columns: new[] { "source_id", "purpose", "url" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_frontier_authority_next_fetch_at",
                table: "frontier",
                columns: new[] { "authority", "next_fetch_at" },
                filter: "next_fetch_at < 'infinity'");

            migrationBuilder.CreateIndex(
                name: "ix_events_key",
                table: "events",
                column: "key");

            migrationBuilder.CreateIndex(
                name: "ix_event_versions_revision",
                table: "event_versions",
                column: "revision");

            migrationBuilder.CreateIndex(
                name: "ix_articles_source_id_text_hash",
                table: "articles",
                columns: new[] { "source_id", "text_hash" });

            migrationBuilder.CreateIndex(
                name: "ix_article_sightings_article_id",
                table: "article_sightings",
                column: "article_id");

            migrationBuilder.CreateIndex(
                name: "ix_article_sightings_article_key",
                table: "article_sightings",
                column: "article_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_article_copies_second_id",
                table: "article_copies",
                column: "second_id");

            migrationBuilder.CreateIndex(
                name: "ix_article_shingles_hash_published_on",
                table: "article_shingles",
                columns: new[] { "hash", "published_on" });

            migrationBuilder.CreateIndex(
                name: "ix_cluster_marks_block",
                table: "cluster_marks",
                column: "block");

            migrationBuilder.CreateIndex(
                name: "ix_source_runs_source_id_starts_at",
                table: "source_runs",
                columns: new[] { "source_id", "starts_at" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_source_runs_waiting",
                table: "source_runs",
                column: "ends_at",
                filter: "judged_at is null");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "article_copies");

            migrationBuilder.DropTable(
                name: "article_shingles");

            migrationBuilder.DropTable(
                name: "cluster_failures");

            migrationBuilder.DropTable(
                name: "cluster_marks");

            migrationBuilder.DropTable(
                name: "source_runs");

            migrationBuilder.DropTable(
                name: "tag_requests");

            migrationBuilder.DropIndex(
                name: "ix_source_channels_source_id_purpose_url",
                table: "source_channels");

            migrationBuilder.DropIndex(
                name: "ix_frontier_authority_next_fetch_at",
                table: "frontier");

            migrationBuilder.DropIndex(
                name: "ix_events_key",
                table: "events");

            migrationBuilder.DropIndex(
                name: "ix_event_versions_revision",
                table: "event_versions");

            migrationBuilder.DropIndex(
                name: "ix_articles_source_id_text_hash",
                table: "articles");

            migrationBuilder.DropIndex(
                name: "ix_article_sightings_article_id",
                table: "article_sightings");

            migrationBuilder.DropIndex(
                name: "ix_article_sightings_article_key",
                table: "article_sightings");

            migrationBuilder.DropColumn(
                name: "alarms",
                table: "sources");

            migrationBuilder.DropColumn(
                name: "check_findings",
                table: "sources");

            migrationBuilder.DropColumn(
                name: "checked_at",
                table: "sources");

            migrationBuilder.DropColumn(
                name: "definition",
                table: "sources");

            migrationBuilder.DropColumn(
                name: "normal_since_at",
                table: "sources");

            migrationBuilder.DropColumn(
                name: "recall_known",
                table: "sources");

            migrationBuilder.DropColumn(
                name: "recall_listed",
                table: "sources");

            migrationBuilder.DropColumn(
                name: "recall_on",
                table: "sources");

            migrationBuilder.DropColumn(
                name: "day",
                table: "source_channels");

            migrationBuilder.DropColumn(
                name: "is_child",
                table: "source_channels");

            migrationBuilder.DropColumn(
                name: "listing_hash",
                table: "source_channels");

            migrationBuilder.DropColumn(
                name: "page_number",
                table: "source_channels");

            migrationBuilder.DropColumn(
                name: "page_pattern",
                table: "source_channels");

            migrationBuilder.DropColumn(
                name: "purpose",
                table: "source_channels");

            migrationBuilder.DropColumn(
                name: "rank",
                table: "source_channels");

            migrationBuilder.DropColumn(
                name: "route",
                table: "source_channels");

            migrationBuilder.DropColumn(
                name: "since",
                table: "source_channels");

            migrationBuilder.DropColumn(
                name: "validated_url",
                table: "source_channels");

            migrationBuilder.DropColumn(
                name: "reader_version",
                table: "snapshots");

            migrationBuilder.DropColumn(
                name: "digest",
                table: "reports");

            migrationBuilder.DropColumn(
                name: "features",
                table: "reports");

            migrationBuilder.DropColumn(
                name: "backfilled",
                table: "frontier");

            migrationBuilder.DropColumn(
                name: "refetches",
                table: "frontier");

            migrationBuilder.DropColumn(
                name: "route",
                table: "frontier");

            migrationBuilder.DropColumn(
                name: "validated_url",
                table: "frontier");

            migrationBuilder.DropColumn(
                name: "key",
                table: "events");

            migrationBuilder.DropColumn(
                name: "made_of",
                table: "events");

            migrationBuilder.DropColumn(
                name: "is_gone",
                table: "event_versions");

            migrationBuilder.DropColumn(
                name: "name",
                table: "event_participants");

            migrationBuilder.DropColumn(
                name: "facts_digest",
                table: "articles");

            migrationBuilder.DropColumn(
                name: "takedown_reason",
                table: "articles");

            migrationBuilder.DropColumn(
                name: "text_hash",
                table: "articles");

            migrationBuilder.DropColumn(
                name: "article_key",
                table: "article_sightings");

            migrationBuilder.CreateTable(
                name: "article_bands",
                columns: table => new
                {
                    article_id = table.Column<long>(type: "bigint", nullable: false),
                    band = table.Column<short>(type: "smallint", nullable: false),
                    hash = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_article_bands", x => new { x.article_id, x.band });
                    table.ForeignKey(
                        name: "fk_article_bands_articles_article_id",
                        column: x => x.article_id,
                        principalTable: "articles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "cluster_blocks",
                columns: table => new
                {
                    key = table.Column<string>(type: "text", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    dirty_since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    error = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cluster_blocks", x => x.key);
                });

            migrationBuilder.CreateIndex(
                name: "ix_source_channels_source_id_url",
                table: "source_channels",
                columns: new[] { "source_id", "url" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_frontier_authority_next_fetch_at",
                table: "frontier",
                columns: new[] { "authority", "next_fetch_at" },
                filter: "state = 'Waiting'");

            migrationBuilder.CreateIndex(
                name: "ix_article_sightings_article_id_url",
                table: "article_sightings",
                columns: new[] { "article_id", "url" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_article_bands_band_hash",
                table: "article_bands",
                columns: new[] { "band", "hash" });

            migrationBuilder.CreateIndex(
                name: "ix_cluster_blocks_dirty_since",
                table: "cluster_blocks",
                column: "dirty_since",
                filter: "dirty_since is not null");
        }
    }
}
