using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DiplomacyTracker.Data.Migrations
{
    /// <inheritdoc />
    public partial class MonthEdges : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "block_before",
                table: "reports",
                type: "text",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_reports_block_before",
                table: "reports",
                column: "block_before");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_reports_block_before",
                table: "reports");

            migrationBuilder.DropColumn(
                name: "block_before",
                table: "reports");
        }
    }
}
