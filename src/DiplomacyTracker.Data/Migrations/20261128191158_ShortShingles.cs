using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DiplomacyTracker.Data.Migrations
{
    /// <inheritdoc />
    public partial class ShortShingles : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_article_shingles_hash_published_on",
                table: "article_shingles");

            migrationBuilder.AddColumn<bool>(
                name: "is_short",
                table: "article_shingles",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.Sql(
                """
                UPDATE article_shingles SET is_short = true
                WHERE article_id IN (SELECT article_id FROM article_shingles GROUP BY article_id HAVING count(*) < 8)
                """);

            migrationBuilder.CreateIndex(
                name: "ix_article_shingles_hash_published_on",
                table: "article_shingles",
                columns: new[] { "hash", "published_on" })
                .Annotation("Npgsql:IndexInclude", new[] { "article_id", "is_short" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_article_shingles_hash_published_on",
                table: "article_shingles");

            migrationBuilder.DropColumn(
                name: "is_short",
                table: "article_shingles");

            migrationBuilder.CreateIndex(
                name: "ix_article_shingles_hash_published_on",
                table: "article_shingles",
                columns: new[] { "hash", "published_on" });
        }
    }
}
