CREATE UNLOGGED TABLE "rate_windows" (
	"subject" text PRIMARY KEY NOT NULL,
	"minute_start" timestamp (3) with time zone NOT NULL,
	"minute_used" integer NOT NULL,
	"burst_start" timestamp (3) with time zone NOT NULL,
	"burst_used" integer NOT NULL,
	"granted" integer NOT NULL
);
