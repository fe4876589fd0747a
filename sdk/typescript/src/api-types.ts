// Generated from the API's OpenAPI document by `npm run sdk:generate`.

export type paths = Record<string, never>;
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description A task in the caller's profile: unified, course, inference or concepts */
        AnyTask: components["schemas"]["Task"] | components["schemas"]["CourseTask"] | components["schemas"]["InferenceTask"] | components["schemas"]["ConceptTask"];
        AnyTaskList: components["schemas"]["TaskList"] | components["schemas"]["CourseTaskList"] | components["schemas"]["InferenceTaskList"] | components["schemas"]["ConceptTaskList"];
        ApiKey: {
            /** Format: date-time */
            created_at: string;
            created_by: {
                id: string;
                name: string;
            } | null;
            expires_at: string | null;
            id: string;
            last_used_at: string | null;
            limit_burst: number | null;
            limit_per_minute: number | null;
            name: string;
            prefix: string;
            profile: string | null;
            revoked_at: string | null;
            scopes: string[];
        };
        /** @description Why this caller, who may review, may not approve this task */
        ApprovalRefusal: {
            message: string;
            /** @enum {string} */
            reason: "asked_for_it" | "edited_it" | "already_approved" | "no_person";
            who_can: string[];
        };
        /** @description Approvals of the current revision that stand */
        Approvals: {
            given: {
                /** Format: date-time */
                at: string;
                name: string;
                /** @description The person, or the owner of the key */
                user_id: string | null;
            }[];
            /** @description How many people must approve one revision, by the policy as it is now */
            needed: number;
        };
        AuditEntry: {
            action: string;
            actor: {
                id: string;
                name: string;
                /** @enum {string} */
                type: "user" | "key" | "worker" | "system";
            };
            /** Format: date-time */
            created_at: string;
            detail: {
                [key: string]: unknown;
            };
            hash: string | null;
            id: number;
            /** @description In the hash chain; null until it is sealed */
            position: number | null;
            request_id: string | null;
            target_id: string;
            target_type: string;
        };
        /** @description Also `<verb>_count`: how many were done */
        BulkAnswer: {
            details: {
                /** @description Why not; of what is done, what is still missing */
                reason: string | null;
                /** @enum {string} */
                status: "done" | "failed" | "not_found";
                task_id: string;
            }[];
            failed_count: number;
            message: string;
            not_found_count: number;
            not_found_ids: string[];
            success: boolean;
            total_requested: number;
        } & {
            [key: string]: number;
        };
        Concept: {
            completed_at: string | null;
            /** Format: date-time */
            created_at: string;
            degraded: boolean;
            degraded_reasons: string[];
            files: {
                format: string;
                palette_name: string | null;
                size: string;
                url: string;
            }[];
            id: string;
            image_url: string;
            logo_description: string | null;
            /** @description Of a refinement */
            preserved: {
                aspect: string;
                note: string;
            }[];
            refinement_prompt: string | null;
            result_id: string;
            task_id: string;
            theme_description: string | null;
            type: string;
            variations: {
                colors: string[];
                description: string;
                image_url: string;
                palette_name: string;
            }[];
        };
        ConceptTask: {
            completed_at: string | null;
            /** Format: date-time */
            created_at: string;
            error_message: string | null;
            image_url: string | null;
            message: string;
            metadata: {
                [key: string]: unknown;
            };
            result_id: string | null;
            /** @enum {string} */
            status: "pending" | "processing" | "completed" | "failed";
            task_id: string;
            type: string;
            /** Format: date-time */
            updated_at: string;
        };
        /** @description The caller's own tasks, in concepts */
        ConceptTaskList: components["schemas"]["ConceptTask"][];
        CourseTask: {
            account_id: string;
            completed_at: string | null;
            /** Format: date-time */
            created_at: string;
            degraded: boolean;
            degraded_reasons: string[];
            error_details: {
                [key: string]: unknown;
            } | null;
            error_message: string | null;
            /** @description Of one task and of bulk creation, not in lists */
            events?: {
                message: string;
                /** Format: date-time */
                timestamp: string;
            }[];
            id: string;
            /** @description In the answer of creation */
            message?: string;
            model_used: string | null;
            number: number;
            /** @enum {string} */
            priority: "low" | "normal" | "high" | "urgent";
            progress: number;
            request_data: {
                [key: string]: unknown;
            } | null;
            result_url: string | null;
            started_at: string | null;
            /** @enum {string} */
            state: "pending" | "queued" | "generating" | "on_hold" | "awaiting_approval" | "approved" | "rejected" | "published" | "completed" | "failed" | "cancelled";
            /** @enum {string} */
            status: "PENDING" | "QUEUED" | "PROCESSING" | "COMPLETED" | "FAILED" | "CANCELLED";
            /** @description The quiz, or names with their addresses */
            task_folder_content: {
                [key: string]: unknown;
            } | null;
            task_id: string;
            task_source_group_id: string | null;
            task_source_id: string | null;
            task_source_name: string | null;
            task_type: string;
            title: string;
            /** Format: date-time */
            updated_at: string;
            user_id: string;
            warnings: string[];
        };
        CourseTaskList: {
            limit: number;
            next_cursor: string | null;
            offset: number;
            skip: number;
            tasks: components["schemas"]["CourseTask"][];
            total: number;
            /** @description There are more than the 10,000 that were counted */
            total_capped?: boolean;
        };
        Draft: {
            /** @description The revision that was edited */
            base: {
                revision: number;
                sha256: string;
            };
            changes: {
                /** @description The text, when it differs */
                content?: string;
                /** @description The fields that differ, whole, by name */
                result?: {
                    [key: string]: unknown;
                };
            };
            /** Format: date-time */
            kept_at: string;
        };
        /** @description Every failure, whatever its status */
        Error: {
            /** @description The message again, in the profiles course and concepts */
            detail?: string;
            error: {
                /** @enum {string} */
                code: "VALIDATION_ERROR" | "UNAUTHENTICATED" | "FORBIDDEN" | "APPROVAL_NOT_ALLOWED" | "TASK_NOT_FOUND" | "NOT_FOUND" | "METHOD_NOT_ALLOWED" | "INVALID_STATUS_TRANSITION" | "TASK_NOT_CANCELLABLE" | "TASK_ID_TAKEN" | "IDEMPOTENCY_IN_FLIGHT" | "REVISION_CHANGED" | "ALREADY_APPROVED" | "PRECONDITION_FAILED" | "PAYLOAD_TOO_LARGE" | "UNSUPPORTED_MEDIA_TYPE" | "MODEL_NOT_FOUND" | "IDEMPOTENCY_MISMATCH" | "URL_NOT_ALLOWED" | "BUDGET_EXCEEDED" | "PRECONDITION_REQUIRED" | "RATE_LIMITED" | "QUEUE_FULL" | "INTERNAL_ERROR" | "SERVICE_UNAVAILABLE" | "WORKER_UNAVAILABLE";
                details: {
                    [key: string]: unknown;
                };
                message: string;
            };
            request_id: string;
            /** Format: date-time */
            timestamp: string;
        };
        /**
         * Assigned to
         * Format: uuid
         */
        Field_assigned_to: string;
        /**
         * Due
         * Format: date-time
         */
        Field_due_at: string;
        /**
         * Language
         * @default English
         */
        Field_language: string;
        /**
         * Metadata
         * @default {}
         */
        Field_metadata: {
            [key: string]: unknown;
        };
        /** Model */
        Field_model_name: string;
        /** Models by phase */
        Field_models_by_phase: {
            [key: string]: string;
        };
        /** Notes for the reviewer */
        Field_notes_for_reviewer: string;
        /**
         * Parameters
         * @default {}
         */
        Field_parameters: {
            [key: string]: unknown;
        };
        /**
         * Priority
         * @default normal
         * @enum {string}
         */
        Field_priority: "low" | "normal" | "high" | "urgent";
        /**
         * Publish at
         * Format: date-time
         */
        Field_publish_at: string;
        /**
         * Quality preference
         * @default balanced
         * @enum {string}
         */
        Field_quality_preference: "fast" | "balanced" | "quality";
        /**
         * Reference addresses
         * @default []
         */
        Field_reference_urls: string[];
        /**
         * Requires approval
         * @constant
         */
        Field_requires_approval: true;
        /**
         * Source material
         * @description Notes, a transcript, an article: what the text may say comes from here.
         */
        Field_source_material: string;
        /**
         * Task id
         * @description Your own id; one is made when absent.
         */
        Field_task_id: string;
        /**
         * Group
         * @description Tasks that belong together.
         */
        Field_task_source_group_id: string;
        /** Source id */
        Field_task_source_id: string;
        /** Source name */
        Field_task_source_name: string;
        Health: {
            active_tasks?: number;
            checks: {
                database: boolean;
                worker: boolean;
            };
            completed_tasks?: number;
            failed_tasks?: number;
            failing: string[];
            pending_tasks?: number;
            /** @enum {string} */
            status: "healthy" | "unhealthy";
            /** Format: date-time */
            timestamp: string;
            /** @description Seconds of this web process */
            uptime: number;
            version: string;
        };
        InferenceTask: {
            cancelled_at: string | null;
            completed_at: string | null;
            /** Format: date-time */
            created_at: string;
            degraded: boolean;
            degraded_reasons: string[];
            error_message: string | null;
            /**
             * Format: date-time
             * @description In the answer of creation
             */
            estimated_completion?: string;
            id: string;
            message: string;
            model_name: string | null;
            model_used: string | null;
            /** @enum {string} */
            priority: "low" | "normal" | "high" | "urgent";
            progress: number;
            result: {
                [key: string]: unknown;
            } | null;
            result_url: string | null;
            started_at: string | null;
            /** @enum {string} */
            state: "pending" | "queued" | "generating" | "on_hold" | "awaiting_approval" | "approved" | "rejected" | "published" | "completed" | "failed" | "cancelled";
            /** @enum {string} */
            status: "pending" | "running" | "completed" | "failed" | "cancelled";
            task_id: string;
            task_type: string;
            /** Format: date-time */
            updated_at: string;
            warnings: string[];
            worker_id: string | null;
        };
        InferenceTaskList: {
            limit: number;
            next_cursor: string | null;
            offset: number;
            skip: number;
            tasks: components["schemas"]["InferenceTask"][];
            total: number;
            /** @description There are more than the 10,000 that were counted */
            total_capped?: boolean;
        };
        Member: {
            email: string;
            id: string;
            name: string;
            /** @enum {string} */
            role: "viewer" | "creator" | "reviewer" | "publisher" | "admin";
        };
        /** @description US dollars */
        ModelPrice: {
            /** @description Per picture; by quality and shape where the provider charges by them */
            image?: number | {
                balanced: {
                    square: number;
                    wide: number;
                };
                fast: {
                    square: number;
                    wide: number;
                };
                quality: {
                    square: number;
                    wide: number;
                };
            };
            /** @description Per million tokens read */
            input?: number;
            /** @description Per million tokens written */
            output?: number;
            perMillionCharacters?: number;
            perMinute?: number;
            /**
             * @description What is billed
             * @enum {string}
             */
            unit: "tokens" | "image" | "characters" | "minute" | "free";
        };
        Models: {
            allow_substitution: boolean;
            /** @description Once for each kind of work that it does */
            builtin_models: {
                id: string;
                kind: string;
                /** @description What it can be asked for: phases that it knows the work of, by task type */
                serves: {
                    phases: string[];
                    task_type: string;
                }[];
            }[];
            model_aliases: {
                [key: string]: string;
            };
            model_tiers: {
                [key: string]: {
                    [key: string]: string | string[];
                };
            };
            /** @description The built-in ones, those with a known price, and those that the account has named */
            models: {
                connected: boolean;
                id: string;
                /** @enum {string} */
                kind: "text" | "image" | "speech" | "vision";
                /** @description What holds without an own price */
                list_price: components["schemas"]["ModelPrice"] | null;
                /** @description Null where it is not known */
                price: components["schemas"]["ModelPrice"] | null;
                /** @description `list`: of the day in prices_as_of; `account`: set by an admin; null: not known */
                price_from: ("list" | "account") | null;
                /** @description Who set the account's own price, and when */
                price_set: {
                    /** Format: date-time */
                    at: string;
                    by: string;
                } | null;
            }[];
            prices_as_of: string;
            providers: {
                connected: boolean;
                /** @description A server that a worker found on its own machine; null where none was looked for or found */
                found_at: string | null;
                name: string;
                /** @description Where it publishes its prices */
                price_source: string | null;
                /** @description What connects it */
                variable: string | null;
            }[];
            /** @description The model of each phase where a task names none, by quality_preference; null where none can be had and nothing may stand in */
            uses: {
                phases: {
                    /** @enum {string} */
                    kind: "text" | "image" | "speech" | "vision";
                    models: {
                        balanced: string | null;
                        fast: string | null;
                        quality: string | null;
                    };
                    name: string;
                }[];
                task_type: string;
            }[];
        };
        /**
         * @example {
         *       "model": "builtin/writer"
         *     }
         */
        ModelTest: {
            /** @description provider/model, or an alias */
            model: string;
        };
        ModelTestResult: {
            message: string;
            /** @description The model that was tried */
            model: string;
            ok: boolean;
            seconds: number;
        };
        /**
         * @description One HTML file that plays offline: animated scenes with narration and captions; as MP4 too if asked.
         * @example {
         *       "task_type": "animated_lesson",
         *       "title": "How a canal lock works",
         *       "prompt": "A lock lifts a boat from low water to high water. The boat enters through the lower gates, which close behind it. Valves let water in from above until the levels match. Then the upper gates open and the boat leaves.",
         *       "scenes": 4,
         *       "render_mode": "mixed"
         *     }
         */
        New_animated_lesson: {
            assigned_to?: components["schemas"]["Field_assigned_to"];
            due_at?: components["schemas"]["Field_due_at"];
            language?: components["schemas"]["Field_language"];
            metadata?: components["schemas"]["Field_metadata"];
            model_name?: components["schemas"]["Field_model_name"];
            models_by_phase?: components["schemas"]["Field_models_by_phase"];
            notes_for_reviewer?: components["schemas"]["Field_notes_for_reviewer"];
            parameters?: components["schemas"]["Field_parameters"];
            priority?: components["schemas"]["Field_priority"];
            /** What it teaches */
            prompt: string;
            publish_at?: components["schemas"]["Field_publish_at"];
            quality_preference?: components["schemas"]["Field_quality_preference"];
            reference_urls?: components["schemas"]["Field_reference_urls"];
            /**
             * Made of
             * @default mixed
             * @enum {string}
             */
            render_mode?: "markdown" | "mermaid" | "mixed";
            /**
             * As MP4 too
             * @default false
             */
            render_video?: boolean;
            requires_approval?: components["schemas"]["Field_requires_approval"];
            /**
             * Scenes
             * @default 5
             */
            scenes?: number;
            source_material?: components["schemas"]["Field_source_material"];
            task_id?: components["schemas"]["Field_task_id"];
            task_source_group_id?: components["schemas"]["Field_task_source_group_id"];
            task_source_id?: components["schemas"]["Field_task_source_id"];
            task_source_name?: components["schemas"]["Field_task_source_name"];
            /** @constant */
            task_type: "animated_lesson";
            /** Title */
            title: string;
            /** Voice */
            voice_name?: string;
        } | {
            assigned_to?: components["schemas"]["Field_assigned_to"];
            due_at?: components["schemas"]["Field_due_at"];
            language?: components["schemas"]["Field_language"];
            metadata?: components["schemas"]["Field_metadata"];
            model_name?: components["schemas"]["Field_model_name"];
            models_by_phase?: components["schemas"]["Field_models_by_phase"];
            notes_for_reviewer?: components["schemas"]["Field_notes_for_reviewer"];
            parameters?: components["schemas"]["Field_parameters"];
            priority?: components["schemas"]["Field_priority"];
            publish_at?: components["schemas"]["Field_publish_at"];
            quality_preference?: components["schemas"]["Field_quality_preference"];
            reference_urls?: components["schemas"]["Field_reference_urls"];
            request_data?: {
                assigned_to?: components["schemas"]["Field_assigned_to"];
                due_at?: components["schemas"]["Field_due_at"];
                language?: components["schemas"]["Field_language"];
                metadata?: components["schemas"]["Field_metadata"];
                model_name?: components["schemas"]["Field_model_name"];
                models_by_phase?: components["schemas"]["Field_models_by_phase"];
                notes_for_reviewer?: components["schemas"]["Field_notes_for_reviewer"];
                parameters?: components["schemas"]["Field_parameters"];
                priority?: components["schemas"]["Field_priority"];
                /** What it teaches */
                prompt: string;
                publish_at?: components["schemas"]["Field_publish_at"];
                quality_preference?: components["schemas"]["Field_quality_preference"];
                reference_urls?: components["schemas"]["Field_reference_urls"];
                /**
                 * Made of
                 * @default mixed
                 * @enum {string}
                 */
                render_mode?: "markdown" | "mermaid" | "mixed";
                /**
                 * As MP4 too
                 * @default false
                 */
                render_video?: boolean;
                requires_approval?: components["schemas"]["Field_requires_approval"];
                /**
                 * Scenes
                 * @default 5
                 */
                scenes?: number;
                source_material?: components["schemas"]["Field_source_material"];
                task_id?: components["schemas"]["Field_task_id"];
                task_source_group_id?: components["schemas"]["Field_task_source_group_id"];
                task_source_id?: components["schemas"]["Field_task_source_id"];
                task_source_name?: components["schemas"]["Field_task_source_name"];
                /** Title */
                title: string;
                /** Voice */
                voice_name?: string;
            };
            requires_approval?: components["schemas"]["Field_requires_approval"];
            source_material?: components["schemas"]["Field_source_material"];
            task_id?: components["schemas"]["Field_task_id"];
            task_source_group_id?: components["schemas"]["Field_task_source_group_id"];
            task_source_id?: components["schemas"]["Field_task_source_id"];
            task_source_name?: components["schemas"]["Field_task_source_name"];
            /** @constant */
            task_type: "animated_lesson";
        };
        /**
         * @description An article with headings, sources, search fields and a featured image.
         * @example {
         *       "task_type": "blog_post",
         *       "topic": "How tides shape estuaries",
         *       "style": "educational",
         *       "tone": "professional",
         *       "target_length": 300,
         *       "tags": [
         *         "coast",
         *         "ecology"
         *       ],
         *       "primary_keyword": "estuaries",
         *       "source_material": "Interview with Lena Marsh, coastal ecologist at the Aller field station, 12 March 2026.\nTwice a day the tide pushes salt water up to 40 kilometres inland along the Aller. Estuaries with such a range are never the same for two hours: at low water nine square kilometres of mudflat lie dry. \"People think of mud as empty,\" says Marsh, \"but a square metre of it holds more than 20,000 mud snails.\" Dunlin and redshank feed on them, and in winter around 70,000 birds stay.\nThe salt marsh behind the flats slows storm surges. A survey of 2024 found that waves lose half of their height in the first 40 metres of marsh. Where marsh was lost to sea walls, the walls had to be raised twice since 1990. The station now restores 12 hectares of marsh each year by moving the wall back and letting the tide in. That costs about 18,000 euros per hectare; raising a wall costs more than a million per kilometre.\nEstuaries are nurseries as well. Young sea bass and herring spend their first summer in the creeks, where warm and cloudy water hides them. Marsh counted 31 species of fish in one creek last year.\nThe biggest threat is what ecologists call coastal squeeze: the sea rises, but the marsh cannot move inland because a wall stands behind it. Here the sea has risen by 11 centimetres since 1990. \"If we give the marsh room, it keeps up with the sea by trapping mud,\" Marsh says. \"If we do not, we lose it within a generation.\""
         *     }
         */
        New_blog_post: {
            assigned_to?: components["schemas"]["Field_assigned_to"];
            due_at?: components["schemas"]["Field_due_at"];
            /**
             * Featured image
             * @default true
             */
            generate_featured_image?: boolean;
            language?: components["schemas"]["Field_language"];
            metadata?: components["schemas"]["Field_metadata"];
            model_name?: components["schemas"]["Field_model_name"];
            models_by_phase?: components["schemas"]["Field_models_by_phase"];
            notes_for_reviewer?: components["schemas"]["Field_notes_for_reviewer"];
            parameters?: components["schemas"]["Field_parameters"];
            /** Primary keyword */
            primary_keyword?: string;
            priority?: components["schemas"]["Field_priority"];
            publish_at?: components["schemas"]["Field_publish_at"];
            quality_preference?: components["schemas"]["Field_quality_preference"];
            reference_urls?: components["schemas"]["Field_reference_urls"];
            requires_approval?: components["schemas"]["Field_requires_approval"];
            source_material?: components["schemas"]["Field_source_material"];
            /**
             * Style
             * @default educational
             * @enum {string}
             */
            style?: "technical" | "narrative" | "listicle" | "educational" | "thought-leadership";
            /**
             * Tags
             * @default []
             */
            tags?: string[];
            /** Audience */
            target_audience?: string;
            /**
             * Length
             * @description In words.
             * @default 1500
             */
            target_length?: number;
            task_id?: components["schemas"]["Field_task_id"];
            task_source_group_id?: components["schemas"]["Field_task_source_group_id"];
            task_source_id?: components["schemas"]["Field_task_source_id"];
            task_source_name?: components["schemas"]["Field_task_source_name"];
            /** @constant */
            task_type: "blog_post";
            /**
             * Tone
             * @default professional
             * @enum {string}
             */
            tone?: "professional" | "casual" | "academic" | "inspirational";
            /**
             * Topic
             * @description What the post is about.
             */
            topic: string;
        } | {
            assigned_to?: components["schemas"]["Field_assigned_to"];
            due_at?: components["schemas"]["Field_due_at"];
            language?: components["schemas"]["Field_language"];
            metadata?: components["schemas"]["Field_metadata"];
            model_name?: components["schemas"]["Field_model_name"];
            models_by_phase?: components["schemas"]["Field_models_by_phase"];
            notes_for_reviewer?: components["schemas"]["Field_notes_for_reviewer"];
            parameters?: components["schemas"]["Field_parameters"];
            priority?: components["schemas"]["Field_priority"];
            publish_at?: components["schemas"]["Field_publish_at"];
            quality_preference?: components["schemas"]["Field_quality_preference"];
            reference_urls?: components["schemas"]["Field_reference_urls"];
            request_data?: {
                assigned_to?: components["schemas"]["Field_assigned_to"];
                due_at?: components["schemas"]["Field_due_at"];
                /**
                 * Featured image
                 * @default true
                 */
                generate_featured_image?: boolean;
                language?: components["schemas"]["Field_language"];
                metadata?: components["schemas"]["Field_metadata"];
                model_name?: components["schemas"]["Field_model_name"];
                models_by_phase?: components["schemas"]["Field_models_by_phase"];
                notes_for_reviewer?: components["schemas"]["Field_notes_for_reviewer"];
                parameters?: components["schemas"]["Field_parameters"];
                /** Primary keyword */
                primary_keyword?: string;
                priority?: components["schemas"]["Field_priority"];
                publish_at?: components["schemas"]["Field_publish_at"];
                quality_preference?: components["schemas"]["Field_quality_preference"];
                reference_urls?: components["schemas"]["Field_reference_urls"];
                requires_approval?: components["schemas"]["Field_requires_approval"];
                source_material?: components["schemas"]["Field_source_material"];
                /**
                 * Style
                 * @default educational
                 * @enum {string}
                 */
                style?: "technical" | "narrative" | "listicle" | "educational" | "thought-leadership";
                /**
                 * Tags
                 * @default []
                 */
                tags?: string[];
                /** Audience */
                target_audience?: string;
                /**
                 * Length
                 * @description In words.
                 * @default 1500
                 */
                target_length?: number;
                task_id?: components["schemas"]["Field_task_id"];
                task_source_group_id?: components["schemas"]["Field_task_source_group_id"];
                task_source_id?: components["schemas"]["Field_task_source_id"];
                task_source_name?: components["schemas"]["Field_task_source_name"];
                /**
                 * Tone
                 * @default professional
                 * @enum {string}
                 */
                tone?: "professional" | "casual" | "academic" | "inspirational";
                /**
                 * Topic
                 * @description What the post is about.
                 */
                topic: string;
            };
            requires_approval?: components["schemas"]["Field_requires_approval"];
            source_material?: components["schemas"]["Field_source_material"];
            task_id?: components["schemas"]["Field_task_id"];
            task_source_group_id?: components["schemas"]["Field_task_source_group_id"];
            task_source_id?: components["schemas"]["Field_task_source_id"];
            task_source_name?: components["schemas"]["Field_task_source_name"];
            /** @constant */
            task_type: "blog_post";
        };
        /**
         * @description Totals, growth, trend and outliers of a table, with charts and a text that states only computed figures.
         * @example {
         *       "task_type": "business_analytics",
         *       "data": "month,revenue,orders\n2026-01,12000,240\n2026-02,12600,251\n2026-03,13900,262\n2026-04,13100,255\n2026-05,14800,281\n2026-06,15900,300",
         *       "metrics": [
         *         "revenue",
         *         "orders"
         *       ],
         *       "time_period": "First half of 2026",
         *       "business_context": "An online shop for tea."
         *     }
         */
        New_business_analytics: {
            assigned_to?: components["schemas"]["Field_assigned_to"];
            /** Context */
            business_context?: string;
            /**
             * Data
             * @description Rows, CSV text with a header line, an uploaded file, or the id of a data retrieval task.
             */
            data: {
                [key: string]: string | number | boolean | null;
            }[] | string | {
                rows: {
                    [key: string]: string | number | boolean | null;
                }[];
            } | {
                csv: string;
            } | {
                /** Format: uuid */
                upload_id: string;
            } | {
                task_id: string;
            };
            due_at?: components["schemas"]["Field_due_at"];
            language?: components["schemas"]["Field_language"];
            metadata?: components["schemas"]["Field_metadata"];
            /**
             * Columns to analyse
             * @description All columns of numbers when left out.
             * @default []
             */
            metrics?: string[];
            model_name?: components["schemas"]["Field_model_name"];
            models_by_phase?: components["schemas"]["Field_models_by_phase"];
            notes_for_reviewer?: components["schemas"]["Field_notes_for_reviewer"];
            parameters?: components["schemas"]["Field_parameters"];
            priority?: components["schemas"]["Field_priority"];
            publish_at?: components["schemas"]["Field_publish_at"];
            quality_preference?: components["schemas"]["Field_quality_preference"];
            reference_urls?: components["schemas"]["Field_reference_urls"];
            requires_approval?: components["schemas"]["Field_requires_approval"];
            source_material?: components["schemas"]["Field_source_material"];
            task_id?: components["schemas"]["Field_task_id"];
            task_source_group_id?: components["schemas"]["Field_task_source_group_id"];
            task_source_id?: components["schemas"]["Field_task_source_id"];
            task_source_name?: components["schemas"]["Field_task_source_name"];
            /** @constant */
            task_type: "business_analytics";
            /**
             * Period
             * @description Such as 2026, or Q1 2026.
             */
            time_period?: string;
        } | {
            assigned_to?: components["schemas"]["Field_assigned_to"];
            due_at?: components["schemas"]["Field_due_at"];
            language?: components["schemas"]["Field_language"];
            metadata?: components["schemas"]["Field_metadata"];
            model_name?: components["schemas"]["Field_model_name"];
            models_by_phase?: components["schemas"]["Field_models_by_phase"];
            notes_for_reviewer?: components["schemas"]["Field_notes_for_reviewer"];
            parameters?: components["schemas"]["Field_parameters"];
            priority?: components["schemas"]["Field_priority"];
            publish_at?: components["schemas"]["Field_publish_at"];
            quality_preference?: components["schemas"]["Field_quality_preference"];
            reference_urls?: components["schemas"]["Field_reference_urls"];
            request_data?: {
                assigned_to?: components["schemas"]["Field_assigned_to"];
                /** Context */
                business_context?: string;
                /**
                 * Data
                 * @description Rows, CSV text with a header line, an uploaded file, or the id of a data retrieval task.
                 */
                data: {
                    [key: string]: string | number | boolean | null;
                }[] | string | {
                    rows: {
                        [key: string]: string | number | boolean | null;
                    }[];
                } | {
                    csv: string;
                } | {
                    /** Format: uuid */
                    upload_id: string;
                } | {
                    task_id: string;
                };
                due_at?: components["schemas"]["Field_due_at"];
                language?: components["schemas"]["Field_language"];
                metadata?: components["schemas"]["Field_metadata"];
                /**
                 * Columns to analyse
                 * @description All columns of numbers when left out.
                 * @default []
                 */
                metrics?: string[];
                model_name?: components["schemas"]["Field_model_name"];
                models_by_phase?: components["schemas"]["Field_models_by_phase"];
                notes_for_reviewer?: components["schemas"]["Field_notes_for_reviewer"];
                parameters?: components["schemas"]["Field_parameters"];
                priority?: components["schemas"]["Field_priority"];
                publish_at?: components["schemas"]["Field_publish_at"];
                quality_preference?: components["schemas"]["Field_quality_preference"];
                reference_urls?: components["schemas"]["Field_reference_urls"];
                requires_approval?: components["schemas"]["Field_requires_approval"];
                source_material?: components["schemas"]["Field_source_material"];
                task_id?: components["schemas"]["Field_task_id"];
                task_source_group_id?: components["schemas"]["Field_task_source_group_id"];
                task_source_id?: components["schemas"]["Field_task_source_id"];
                task_source_name?: components["schemas"]["Field_task_source_name"];
                /**
                 * Period
                 * @description Such as 2026, or Q1 2026.
                 */
                time_period?: string;
            };
            requires_approval?: components["schemas"]["Field_requires_approval"];
            source_material?: components["schemas"]["Field_source_material"];
            task_id?: components["schemas"]["Field_task_id"];
            task_source_group_id?: components["schemas"]["Field_task_source_group_id"];
            task_source_id?: components["schemas"]["Field_task_source_id"];
            task_source_name?: components["schemas"]["Field_task_source_name"];
            /** @constant */
            task_type: "business_analytics";
        };
        /**
         * @description A logo mark from a description, drawn in palettes that follow a theme.
         * @example {
         *       "task_type": "concept_generation",
         *       "logo_description": "A modern, minimalist logo for a tech startup",
         *       "theme_description": "Modern tech aesthetic with blues and purples",
         *       "num_palettes": 7
         *     }
         */
        New_concept_generation: {
            assigned_to?: components["schemas"]["Field_assigned_to"];
            due_at?: components["schemas"]["Field_due_at"];
            language?: components["schemas"]["Field_language"];
            /** Logo */
            logo_description: string;
            metadata?: components["schemas"]["Field_metadata"];
            model_name?: components["schemas"]["Field_model_name"];
            models_by_phase?: components["schemas"]["Field_models_by_phase"];
            notes_for_reviewer?: components["schemas"]["Field_notes_for_reviewer"];
            /**
             * Palettes
             * @default 7
             */
            num_palettes?: number;
            parameters?: components["schemas"]["Field_parameters"];
            priority?: components["schemas"]["Field_priority"];
            publish_at?: components["schemas"]["Field_publish_at"];
            quality_preference?: components["schemas"]["Field_quality_preference"];
            reference_urls?: components["schemas"]["Field_reference_urls"];
            requires_approval?: components["schemas"]["Field_requires_approval"];
            source_material?: components["schemas"]["Field_source_material"];
            task_id?: components["schemas"]["Field_task_id"];
            task_source_group_id?: components["schemas"]["Field_task_source_group_id"];
            task_source_id?: components["schemas"]["Field_task_source_id"];
            task_source_name?: components["schemas"]["Field_task_source_name"];
            /** @constant */
            task_type: "concept_generation";
            /** Theme */
            theme_description: string;
        } | {
            assigned_to?: components["schemas"]["Field_assigned_to"];
            due_at?: components["schemas"]["Field_due_at"];
            language?: components["schemas"]["Field_language"];
            metadata?: components["schemas"]["Field_metadata"];
            model_name?: components["schemas"]["Field_model_name"];
            models_by_phase?: components["schemas"]["Field_models_by_phase"];
            notes_for_reviewer?: components["schemas"]["Field_notes_for_reviewer"];
            parameters?: components["schemas"]["Field_parameters"];
            priority?: components["schemas"]["Field_priority"];
            publish_at?: components["schemas"]["Field_publish_at"];
            quality_preference?: components["schemas"]["Field_quality_preference"];
            reference_urls?: components["schemas"]["Field_reference_urls"];
            request_data?: {
                assigned_to?: components["schemas"]["Field_assigned_to"];
                due_at?: components["schemas"]["Field_due_at"];
                language?: components["schemas"]["Field_language"];
                /** Logo */
                logo_description: string;
                metadata?: components["schemas"]["Field_metadata"];
                model_name?: components["schemas"]["Field_model_name"];
                models_by_phase?: components["schemas"]["Field_models_by_phase"];
                notes_for_reviewer?: components["schemas"]["Field_notes_for_reviewer"];
                /**
                 * Palettes
                 * @default 7
                 */
                num_palettes?: number;
                parameters?: components["schemas"]["Field_parameters"];
                priority?: components["schemas"]["Field_priority"];
                publish_at?: components["schemas"]["Field_publish_at"];
                quality_preference?: components["schemas"]["Field_quality_preference"];
                reference_urls?: components["schemas"]["Field_reference_urls"];
                requires_approval?: components["schemas"]["Field_requires_approval"];
                source_material?: components["schemas"]["Field_source_material"];
                task_id?: components["schemas"]["Field_task_id"];
                task_source_group_id?: components["schemas"]["Field_task_source_group_id"];
                task_source_id?: components["schemas"]["Field_task_source_id"];
                task_source_name?: components["schemas"]["Field_task_source_name"];
                /** Theme */
                theme_description: string;
            };
            requires_approval?: components["schemas"]["Field_requires_approval"];
            source_material?: components["schemas"]["Field_source_material"];
            task_id?: components["schemas"]["Field_task_id"];
            task_source_group_id?: components["schemas"]["Field_task_source_group_id"];
            task_source_id?: components["schemas"]["Field_task_source_id"];
            task_source_name?: components["schemas"]["Field_task_source_name"];
            /** @constant */
            task_type: "concept_generation";
        };
        /**
         * @description A concept changed as asked, keeping what it should.
         * @example {
         *       "task_type": "concept_refinement",
         *       "original_image_url": "data:image/svg+xml,%3Csvg%20xmlns%3D%22http%3A%2F%2Fwww.w3.org%2F2000%2Fsvg%22%20viewBox%3D%220%200%201000%201000%22%3E%3Cmetadata%3E%7B%22design%22%3A%7B%22symbol%22%3A%22network%22%2C%22letters%22%3A%22%22%2C%22name%22%3A%22%22%2C%22container%22%3A%22square%22%2C%22layout%22%3A%22mark%22%2C%22typeface%22%3A%22sans%22%2C%22soft%22%3Afalse%2C%22scale%22%3A0.88%2C%22mirrored%22%3Afalse%7D%7D%3C%2Fmetadata%3E%3Crect%20width%3D%221000%22%20height%3D%221000%22%20fill%3D%22%23ffffff%22%2F%3E%3Cpath%20d%3D%22M500%20260L710%20380L710%20620L500%20740L290%20620L290%20380Z%22%20fill%3D%22none%22%20stroke%3D%22%23065bb5%22%20stroke-width%3D%2240%22%2F%3E%3Ccircle%20cx%3D%22500%22%20cy%3D%22500%22%20r%3D%2280%22%20fill%3D%22%2306a4a4%22%2F%3E%3Ccircle%20cx%3D%22500%22%20cy%3D%22260%22%20r%3D%2255%22%20fill%3D%22%239769dc%22%2F%3E%3C%2Fsvg%3E",
         *       "refinement_prompt": "Rounder corners and a calmer mark",
         *       "preserve_aspects": [
         *         "colors",
         *         "shapes"
         *       ]
         *     }
         */
        New_concept_refinement: {
            assigned_to?: components["schemas"]["Field_assigned_to"];
            due_at?: components["schemas"]["Field_due_at"];
            language?: components["schemas"]["Field_language"];
            /** Logo */
            logo_description?: string;
            metadata?: components["schemas"]["Field_metadata"];
            model_name?: components["schemas"]["Field_model_name"];
            models_by_phase?: components["schemas"]["Field_models_by_phase"];
            notes_for_reviewer?: components["schemas"]["Field_notes_for_reviewer"];
            /**
             * Picture
             * @description Its address, usually one of this hub, or the picture itself as a data: address.
             */
            original_image_url: string;
            parameters?: components["schemas"]["Field_parameters"];
            /**
             * What to keep
             * @default []
             */
            preserve_aspects?: ("colors" | "layout" | "style" | "shapes")[];
            priority?: components["schemas"]["Field_priority"];
            publish_at?: components["schemas"]["Field_publish_at"];
            quality_preference?: components["schemas"]["Field_quality_preference"];
            reference_urls?: components["schemas"]["Field_reference_urls"];
            /** What to change */
            refinement_prompt: string;
            requires_approval?: components["schemas"]["Field_requires_approval"];
            source_material?: components["schemas"]["Field_source_material"];
            task_id?: components["schemas"]["Field_task_id"];
            task_source_group_id?: components["schemas"]["Field_task_source_group_id"];
            task_source_id?: components["schemas"]["Field_task_source_id"];
            task_source_name?: components["schemas"]["Field_task_source_name"];
            /** @constant */
            task_type: "concept_refinement";
            /** Theme */
            theme_description?: string;
        } | {
            assigned_to?: components["schemas"]["Field_assigned_to"];
            due_at?: components["schemas"]["Field_due_at"];
            language?: components["schemas"]["Field_language"];
            metadata?: components["schemas"]["Field_metadata"];
            model_name?: components["schemas"]["Field_model_name"];
            models_by_phase?: components["schemas"]["Field_models_by_phase"];
            notes_for_reviewer?: components["schemas"]["Field_notes_for_reviewer"];
            parameters?: components["schemas"]["Field_parameters"];
            priority?: components["schemas"]["Field_priority"];
            publish_at?: components["schemas"]["Field_publish_at"];
            quality_preference?: components["schemas"]["Field_quality_preference"];
            reference_urls?: components["schemas"]["Field_reference_urls"];
            request_data?: {
                assigned_to?: components["schemas"]["Field_assigned_to"];
                due_at?: components["schemas"]["Field_due_at"];
                language?: components["schemas"]["Field_language"];
                /** Logo */
                logo_description?: string;
                metadata?: components["schemas"]["Field_metadata"];
                model_name?: components["schemas"]["Field_model_name"];
                models_by_phase?: components["schemas"]["Field_models_by_phase"];
                notes_for_reviewer?: components["schemas"]["Field_notes_for_reviewer"];
                /**
                 * Picture
                 * @description Its address, usually one of this hub, or the picture itself as a data: address.
                 */
                original_image_url: string;
                parameters?: components["schemas"]["Field_parameters"];
                /**
                 * What to keep
                 * @default []
                 */
                preserve_aspects?: ("colors" | "layout" | "style" | "shapes")[];
                priority?: components["schemas"]["Field_priority"];
                publish_at?: components["schemas"]["Field_publish_at"];
                quality_preference?: components["schemas"]["Field_quality_preference"];
                reference_urls?: components["schemas"]["Field_reference_urls"];
                /** What to change */
                refinement_prompt: string;
                requires_approval?: components["schemas"]["Field_requires_approval"];
                source_material?: components["schemas"]["Field_source_material"];
                task_id?: components["schemas"]["Field_task_id"];
                task_source_group_id?: components["schemas"]["Field_task_source_group_id"];
                task_source_id?: components["schemas"]["Field_task_source_id"];
                task_source_name?: components["schemas"]["Field_task_source_name"];
                /** Theme */
                theme_description?: string;
            };
            requires_approval?: components["schemas"]["Field_requires_approval"];
            source_material?: components["schemas"]["Field_source_material"];
            task_id?: components["schemas"]["Field_task_id"];
            task_source_group_id?: components["schemas"]["Field_task_source_group_id"];
            task_source_id?: components["schemas"]["Field_task_source_id"];
            task_source_name?: components["schemas"]["Field_task_source_name"];
            /** @constant */
            task_type: "concept_refinement";
        };
        /**
         * @description Rows from JSON, CSV, XML, feeds, tables in web pages and articles, as JSON and CSV, with a status for each source.
         * @example {
         *       "task_type": "data_retrieval",
         *       "data_sources": [
         *         {
         *           "type": "inline",
         *           "format": "csv",
         *           "content": "city,inhabitants\nAarhus,290598\nOdense,183763\nAalborg,121878"
         *         }
         *       ],
         *       "fields": [
         *         "city",
         *         "inhabitants"
         *       ],
         *       "filters": [
         *         {
         *           "field": "inhabitants",
         *           "op": "gt",
         *           "value": 150000
         *         }
         *       ]
         *     }
         */
        New_data_retrieval: {
            assigned_to?: components["schemas"]["Field_assigned_to"];
            /** Sources */
            data_sources: ({
                /** @constant */
                type: "url";
                url: string;
            } | {
                content: string;
                /** @enum {string} */
                format?: "json" | "csv" | "html" | "xml" | "text";
                /** @constant */
                type: "inline";
            } | {
                /** @constant */
                type: "upload";
                /** Format: uuid */
                upload_id: string;
            })[];
            due_at?: components["schemas"]["Field_due_at"];
            /**
             * Fields
             * @description The columns to keep; all when left out.
             * @default []
             */
            fields?: string[];
            /**
             * Filters
             * @description Rows that fit all of them are kept.
             * @default []
             */
            filters?: {
                field: string;
                /**
                 * @default eq
                 * @enum {string}
                 */
                op?: "eq" | "ne" | "gt" | "gte" | "lt" | "lte" | "contains" | "in";
                value: string | number | boolean | null | (string | number)[];
            }[] | {
                [key: string]: string | number | boolean | null;
            };
            language?: components["schemas"]["Field_language"];
            metadata?: components["schemas"]["Field_metadata"];
            model_name?: components["schemas"]["Field_model_name"];
            models_by_phase?: components["schemas"]["Field_models_by_phase"];
            notes_for_reviewer?: components["schemas"]["Field_notes_for_reviewer"];
            parameters?: components["schemas"]["Field_parameters"];
            priority?: components["schemas"]["Field_priority"];
            publish_at?: components["schemas"]["Field_publish_at"];
            quality_preference?: components["schemas"]["Field_quality_preference"];
            reference_urls?: components["schemas"]["Field_reference_urls"];
            requires_approval?: components["schemas"]["Field_requires_approval"];
            source_material?: components["schemas"]["Field_source_material"];
            task_id?: components["schemas"]["Field_task_id"];
            task_source_group_id?: components["schemas"]["Field_task_source_group_id"];
            task_source_id?: components["schemas"]["Field_task_source_id"];
            task_source_name?: components["schemas"]["Field_task_source_name"];
            /** @constant */
            task_type: "data_retrieval";
        } | {
            assigned_to?: components["schemas"]["Field_assigned_to"];
            due_at?: components["schemas"]["Field_due_at"];
            language?: components["schemas"]["Field_language"];
            metadata?: components["schemas"]["Field_metadata"];
            model_name?: components["schemas"]["Field_model_name"];
            models_by_phase?: components["schemas"]["Field_models_by_phase"];
            notes_for_reviewer?: components["schemas"]["Field_notes_for_reviewer"];
            parameters?: components["schemas"]["Field_parameters"];
            priority?: components["schemas"]["Field_priority"];
            publish_at?: components["schemas"]["Field_publish_at"];
            quality_preference?: components["schemas"]["Field_quality_preference"];
            reference_urls?: components["schemas"]["Field_reference_urls"];
            request_data?: {
                assigned_to?: components["schemas"]["Field_assigned_to"];
                /** Sources */
                data_sources: ({
                    /** @constant */
                    type: "url";
                    url: string;
                } | {
                    content: string;
                    /** @enum {string} */
                    format?: "json" | "csv" | "html" | "xml" | "text";
                    /** @constant */
                    type: "inline";
                } | {
                    /** @constant */
                    type: "upload";
                    /** Format: uuid */
                    upload_id: string;
                })[];
                due_at?: components["schemas"]["Field_due_at"];
                /**
                 * Fields
                 * @description The columns to keep; all when left out.
                 * @default []
                 */
                fields?: string[];
                /**
                 * Filters
                 * @description Rows that fit all of them are kept.
                 * @default []
                 */
                filters?: {
                    field: string;
                    /**
                     * @default eq
                     * @enum {string}
                     */
                    op?: "eq" | "ne" | "gt" | "gte" | "lt" | "lte" | "contains" | "in";
                    value: string | number | boolean | null | (string | number)[];
                }[] | {
                    [key: string]: string | number | boolean | null;
                };
                language?: components["schemas"]["Field_language"];
                metadata?: components["schemas"]["Field_metadata"];
                model_name?: components["schemas"]["Field_model_name"];
                models_by_phase?: components["schemas"]["Field_models_by_phase"];
                notes_for_reviewer?: components["schemas"]["Field_notes_for_reviewer"];
                parameters?: components["schemas"]["Field_parameters"];
                priority?: components["schemas"]["Field_priority"];
                publish_at?: components["schemas"]["Field_publish_at"];
                quality_preference?: components["schemas"]["Field_quality_preference"];
                reference_urls?: components["schemas"]["Field_reference_urls"];
                requires_approval?: components["schemas"]["Field_requires_approval"];
                source_material?: components["schemas"]["Field_source_material"];
                task_id?: components["schemas"]["Field_task_id"];
                task_source_group_id?: components["schemas"]["Field_task_source_group_id"];
                task_source_id?: components["schemas"]["Field_task_source_id"];
                task_source_name?: components["schemas"]["Field_task_source_name"];
            };
            requires_approval?: components["schemas"]["Field_requires_approval"];
            source_material?: components["schemas"]["Field_source_material"];
            task_id?: components["schemas"]["Field_task_id"];
            task_source_group_id?: components["schemas"]["Field_task_source_group_id"];
            task_source_id?: components["schemas"]["Field_task_source_id"];
            task_source_name?: components["schemas"]["Field_task_source_name"];
            /** @constant */
            task_type: "data_retrieval";
        };
        /**
         * @description A document with contents from given notes, as Markdown, HTML or PDF.
         * @example {
         *       "task_type": "documentation",
         *       "title": "Pump P-12: start and stop",
         *       "content": "# Before you start\nCheck that the inlet valve is open and that the oil stands between the two marks.\n\n# Start\n1. Turn the main switch to I.\n2. Wait until the green lamp shows.\n\n# Stop\nTurn the main switch to 0. The pump runs on for about 20 seconds.",
         *       "format": "pdf"
         *     }
         */
        New_documentation: {
            assigned_to?: components["schemas"]["Field_assigned_to"];
            /**
             * Content
             * @description Notes, a draft or the finished text; Markdown is kept.
             */
            content: string;
            due_at?: components["schemas"]["Field_due_at"];
            /**
             * Format
             * @default markdown
             * @enum {string}
             */
            format?: "markdown" | "pdf" | "html";
            language?: components["schemas"]["Field_language"];
            metadata?: components["schemas"]["Field_metadata"];
            model_name?: components["schemas"]["Field_model_name"];
            models_by_phase?: components["schemas"]["Field_models_by_phase"];
            notes_for_reviewer?: components["schemas"]["Field_notes_for_reviewer"];
            parameters?: components["schemas"]["Field_parameters"];
            priority?: components["schemas"]["Field_priority"];
            publish_at?: components["schemas"]["Field_publish_at"];
            quality_preference?: components["schemas"]["Field_quality_preference"];
            reference_urls?: components["schemas"]["Field_reference_urls"];
            requires_approval?: components["schemas"]["Field_requires_approval"];
            source_material?: components["schemas"]["Field_source_material"];
            task_id?: components["schemas"]["Field_task_id"];
            task_source_group_id?: components["schemas"]["Field_task_source_group_id"];
            task_source_id?: components["schemas"]["Field_task_source_id"];
            task_source_name?: components["schemas"]["Field_task_source_name"];
            /** @constant */
            task_type: "documentation";
            /** Title */
            title: string;
        } | {
            assigned_to?: components["schemas"]["Field_assigned_to"];
            due_at?: components["schemas"]["Field_due_at"];
            language?: components["schemas"]["Field_language"];
            metadata?: components["schemas"]["Field_metadata"];
            model_name?: components["schemas"]["Field_model_name"];
            models_by_phase?: components["schemas"]["Field_models_by_phase"];
            notes_for_reviewer?: components["schemas"]["Field_notes_for_reviewer"];
            parameters?: components["schemas"]["Field_parameters"];
            priority?: components["schemas"]["Field_priority"];
            publish_at?: components["schemas"]["Field_publish_at"];
            quality_preference?: components["schemas"]["Field_quality_preference"];
            reference_urls?: components["schemas"]["Field_reference_urls"];
            request_data?: {
                assigned_to?: components["schemas"]["Field_assigned_to"];
                /**
                 * Content
                 * @description Notes, a draft or the finished text; Markdown is kept.
                 */
                content: string;
                due_at?: components["schemas"]["Field_due_at"];
                /**
                 * Format
                 * @default markdown
                 * @enum {string}
                 */
                format?: "markdown" | "pdf" | "html";
                language?: components["schemas"]["Field_language"];
                metadata?: components["schemas"]["Field_metadata"];
                model_name?: components["schemas"]["Field_model_name"];
                models_by_phase?: components["schemas"]["Field_models_by_phase"];
                notes_for_reviewer?: components["schemas"]["Field_notes_for_reviewer"];
                parameters?: components["schemas"]["Field_parameters"];
                priority?: components["schemas"]["Field_priority"];
                publish_at?: components["schemas"]["Field_publish_at"];
                quality_preference?: components["schemas"]["Field_quality_preference"];
                reference_urls?: components["schemas"]["Field_reference_urls"];
                requires_approval?: components["schemas"]["Field_requires_approval"];
                source_material?: components["schemas"]["Field_source_material"];
                task_id?: components["schemas"]["Field_task_id"];
                task_source_group_id?: components["schemas"]["Field_task_source_group_id"];
                task_source_id?: components["schemas"]["Field_task_source_id"];
                task_source_name?: components["schemas"]["Field_task_source_name"];
                /** Title */
                title: string;
            };
            requires_approval?: components["schemas"]["Field_requires_approval"];
            source_material?: components["schemas"]["Field_source_material"];
            task_id?: components["schemas"]["Field_task_id"];
            task_source_group_id?: components["schemas"]["Field_task_source_group_id"];
            task_source_id?: components["schemas"]["Field_task_source_id"];
            task_source_name?: components["schemas"]["Field_task_source_name"];
            /** @constant */
            task_type: "documentation";
        };
        /**
         * @description One email or a sequence: subject, preheader, responsive HTML and plain text.
         * @example {
         *       "task_type": "email",
         *       "topic": "The spring course catalogue is out",
         *       "goal": "Readers look at the catalogue and enrol early",
         *       "audience": "Former participants",
         *       "cta_text": "Open the catalogue",
         *       "cta_url": "https://example.org/catalogue",
         *       "sequence_length": 1,
         *       "source_material": "The spring catalogue came out on 2 February. It lists 48 courses, 11 of them new. New are Dutch for beginners, bookbinding, and a course for the sailing certificate.\n\nEnrolment is open until 15 March. Whoever enrols by 20 February pays 10 percent less. Evening courses begin at 18:30 and take ten weeks.\n\nThe pottery courses were full after four days last year, with 60 people on the waiting list. This year there are two more of them."
         *     }
         */
        New_email: {
            assigned_to?: components["schemas"]["Field_assigned_to"];
            /** Audience */
            audience?: string;
            /**
             * Button
             * @description What the button says.
             */
            cta_text?: string;
            /**
             * Button's address
             * Format: uri
             */
            cta_url?: string;
            due_at?: components["schemas"]["Field_due_at"];
            /**
             * Goal
             * @description What its readers should do or know afterwards.
             */
            goal?: string;
            language?: components["schemas"]["Field_language"];
            metadata?: components["schemas"]["Field_metadata"];
            model_name?: components["schemas"]["Field_model_name"];
            models_by_phase?: components["schemas"]["Field_models_by_phase"];
            notes_for_reviewer?: components["schemas"]["Field_notes_for_reviewer"];
            parameters?: components["schemas"]["Field_parameters"];
            priority?: components["schemas"]["Field_priority"];
            publish_at?: components["schemas"]["Field_publish_at"];
            quality_preference?: components["schemas"]["Field_quality_preference"];
            reference_urls?: components["schemas"]["Field_reference_urls"];
            requires_approval?: components["schemas"]["Field_requires_approval"];
            /**
             * Emails in the sequence
             * @default 1
             */
            sequence_length?: number;
            source_material?: components["schemas"]["Field_source_material"];
            task_id?: components["schemas"]["Field_task_id"];
            task_source_group_id?: components["schemas"]["Field_task_source_group_id"];
            task_source_id?: components["schemas"]["Field_task_source_id"];
            task_source_name?: components["schemas"]["Field_task_source_name"];
            /** @constant */
            task_type: "email";
            /** Topic */
            topic: string;
        } | {
            assigned_to?: components["schemas"]["Field_assigned_to"];
            due_at?: components["schemas"]["Field_due_at"];
            language?: components["schemas"]["Field_language"];
            metadata?: components["schemas"]["Field_metadata"];
            model_name?: components["schemas"]["Field_model_name"];
            models_by_phase?: components["schemas"]["Field_models_by_phase"];
            notes_for_reviewer?: components["schemas"]["Field_notes_for_reviewer"];
            parameters?: components["schemas"]["Field_parameters"];
            priority?: components["schemas"]["Field_priority"];
            publish_at?: components["schemas"]["Field_publish_at"];
            quality_preference?: components["schemas"]["Field_quality_preference"];
            reference_urls?: components["schemas"]["Field_reference_urls"];
            request_data?: {
                assigned_to?: components["schemas"]["Field_assigned_to"];
                /** Audience */
                audience?: string;
                /**
                 * Button
                 * @description What the button says.
                 */
                cta_text?: string;
                /**
                 * Button's address
                 * Format: uri
                 */
                cta_url?: string;
                due_at?: components["schemas"]["Field_due_at"];
                /**
                 * Goal
                 * @description What its readers should do or know afterwards.
                 */
                goal?: string;
                language?: components["schemas"]["Field_language"];
                metadata?: components["schemas"]["Field_metadata"];
                model_name?: components["schemas"]["Field_model_name"];
                models_by_phase?: components["schemas"]["Field_models_by_phase"];
                notes_for_reviewer?: components["schemas"]["Field_notes_for_reviewer"];
                parameters?: components["schemas"]["Field_parameters"];
                priority?: components["schemas"]["Field_priority"];
                publish_at?: components["schemas"]["Field_publish_at"];
                quality_preference?: components["schemas"]["Field_quality_preference"];
                reference_urls?: components["schemas"]["Field_reference_urls"];
                requires_approval?: components["schemas"]["Field_requires_approval"];
                /**
                 * Emails in the sequence
                 * @default 1
                 */
                sequence_length?: number;
                source_material?: components["schemas"]["Field_source_material"];
                task_id?: components["schemas"]["Field_task_id"];
                task_source_group_id?: components["schemas"]["Field_task_source_group_id"];
                task_source_id?: components["schemas"]["Field_task_source_id"];
                task_source_name?: components["schemas"]["Field_task_source_name"];
                /** Topic */
                topic: string;
            };
            requires_approval?: components["schemas"]["Field_requires_approval"];
            source_material?: components["schemas"]["Field_source_material"];
            task_id?: components["schemas"]["Field_task_id"];
            task_source_group_id?: components["schemas"]["Field_task_source_group_id"];
            task_source_id?: components["schemas"]["Field_task_source_id"];
            task_source_name?: components["schemas"]["Field_task_source_name"];
            /** @constant */
            task_type: "email";
        };
        /**
         * @description Ratios, margins, net present value, internal rate of return, runway and sensitivity, all computed.
         * @example {
         *       "task_type": "financial_analysis",
         *       "cash_flows": [
         *         -70000,
         *         12000,
         *         15000,
         *         18000,
         *         21000,
         *         26000
         *       ],
         *       "rate": 0.08,
         *       "currency": "EUR",
         *       "time_period": "year"
         *     }
         */
        New_financial_analysis: {
            assigned_to?: components["schemas"]["Field_assigned_to"];
            /**
             * Cash flows
             * @description The first falls at t = 0; money paid out is negative.
             */
            cash_flows?: number[];
            /**
             * Currency
             * @default USD
             */
            currency?: string;
            due_at?: components["schemas"]["Field_due_at"];
            language?: components["schemas"]["Field_language"];
            metadata?: components["schemas"]["Field_metadata"];
            model_name?: components["schemas"]["Field_model_name"];
            models_by_phase?: components["schemas"]["Field_models_by_phase"];
            notes_for_reviewer?: components["schemas"]["Field_notes_for_reviewer"];
            parameters?: components["schemas"]["Field_parameters"];
            priority?: components["schemas"]["Field_priority"];
            publish_at?: components["schemas"]["Field_publish_at"];
            quality_preference?: components["schemas"]["Field_quality_preference"];
            /**
             * Discount rate
             * @description A fraction for each period: 0.08 is 8 %. 0.1 is taken when left out.
             */
            rate?: number;
            reference_urls?: components["schemas"]["Field_reference_urls"];
            requires_approval?: components["schemas"]["Field_requires_approval"];
            source_material?: components["schemas"]["Field_source_material"];
            /**
             * Statements
             * @description One for each period, oldest first; costs as positive numbers.
             */
            statements?: {
                capital_expenditure?: number;
                cash?: number;
                cost_of_goods_sold?: number;
                current_assets?: number;
                current_liabilities?: number;
                equity?: number;
                gross_profit?: number;
                interest_expense?: number;
                inventory?: number;
                net_income?: number;
                operating_cash_flow?: number;
                operating_expenses?: number;
                operating_income?: number;
                period: string;
                receivables?: number;
                revenue?: number;
                taxes?: number;
                total_assets?: number;
                total_debt?: number;
                total_liabilities?: number;
            }[];
            task_id?: components["schemas"]["Field_task_id"];
            task_source_group_id?: components["schemas"]["Field_task_source_group_id"];
            task_source_id?: components["schemas"]["Field_task_source_id"];
            task_source_name?: components["schemas"]["Field_task_source_name"];
            /** @constant */
            task_type: "financial_analysis";
            /**
             * Period
             * @description Such as month, or 2024 to 2026.
             */
            time_period?: string;
        } | {
            assigned_to?: components["schemas"]["Field_assigned_to"];
            due_at?: components["schemas"]["Field_due_at"];
            language?: components["schemas"]["Field_language"];
            metadata?: components["schemas"]["Field_metadata"];
            model_name?: components["schemas"]["Field_model_name"];
            models_by_phase?: components["schemas"]["Field_models_by_phase"];
            notes_for_reviewer?: components["schemas"]["Field_notes_for_reviewer"];
            parameters?: components["schemas"]["Field_parameters"];
            priority?: components["schemas"]["Field_priority"];
            publish_at?: components["schemas"]["Field_publish_at"];
            quality_preference?: components["schemas"]["Field_quality_preference"];
            reference_urls?: components["schemas"]["Field_reference_urls"];
            request_data?: {
                assigned_to?: components["schemas"]["Field_assigned_to"];
                /**
                 * Cash flows
                 * @description The first falls at t = 0; money paid out is negative.
                 */
                cash_flows?: number[];
                /**
                 * Currency
                 * @default USD
                 */
                currency?: string;
                due_at?: components["schemas"]["Field_due_at"];
                language?: components["schemas"]["Field_language"];
                metadata?: components["schemas"]["Field_metadata"];
                model_name?: components["schemas"]["Field_model_name"];
                models_by_phase?: components["schemas"]["Field_models_by_phase"];
                notes_for_reviewer?: components["schemas"]["Field_notes_for_reviewer"];
                parameters?: components["schemas"]["Field_parameters"];
                priority?: components["schemas"]["Field_priority"];
                publish_at?: components["schemas"]["Field_publish_at"];
                quality_preference?: components["schemas"]["Field_quality_preference"];
                /**
                 * Discount rate
                 * @description A fraction for each period: 0.08 is 8 %. 0.1 is taken when left out.
                 */
                rate?: number;
                reference_urls?: components["schemas"]["Field_reference_urls"];
                requires_approval?: components["schemas"]["Field_requires_approval"];
                source_material?: components["schemas"]["Field_source_material"];
                /**
                 * Statements
                 * @description One for each period, oldest first; costs as positive numbers.
                 */
                statements?: {
                    capital_expenditure?: number;
                    cash?: number;
                    cost_of_goods_sold?: number;
                    current_assets?: number;
                    current_liabilities?: number;
                    equity?: number;
                    gross_profit?: number;
                    interest_expense?: number;
                    inventory?: number;
                    net_income?: number;
                    operating_cash_flow?: number;
                    operating_expenses?: number;
                    operating_income?: number;
                    period: string;
                    receivables?: number;
                    revenue?: number;
                    taxes?: number;
                    total_assets?: number;
                    total_debt?: number;
                    total_liabilities?: number;
                }[];
                task_id?: components["schemas"]["Field_task_id"];
                task_source_group_id?: components["schemas"]["Field_task_source_group_id"];
                task_source_id?: components["schemas"]["Field_task_source_id"];
                task_source_name?: components["schemas"]["Field_task_source_name"];
                /**
                 * Period
                 * @description Such as month, or 2024 to 2026.
                 */
                time_period?: string;
            };
            requires_approval?: components["schemas"]["Field_requires_approval"];
            source_material?: components["schemas"]["Field_source_material"];
            task_id?: components["schemas"]["Field_task_id"];
            task_source_group_id?: components["schemas"]["Field_task_source_group_id"];
            task_source_id?: components["schemas"]["Field_task_source_id"];
            task_source_name?: components["schemas"]["Field_task_source_name"];
            /** @constant */
            task_type: "financial_analysis";
        };
        /**
         * @description Pictures from a description, as PNG.
         * @example {
         *       "task_type": "image_generation",
         *       "model_name": "builtin/painter",
         *       "input_data": {
         *         "prompt": "A lighthouse on a cliff at dawn",
         *         "width": 1024,
         *         "height": 768,
         *         "num_images": 1,
         *         "seed": 7
         *       }
         *     }
         */
        New_image_generation: {
            assigned_to?: components["schemas"]["Field_assigned_to"];
            due_at?: components["schemas"]["Field_due_at"];
            /** Input */
            input_data: {
                /**
                 * Height
                 * @description Pixels; 1024 when left out.
                 */
                height?: number;
                /** What to leave out */
                negative_prompt?: string;
                /**
                 * Pictures
                 * @description 1 when left out.
                 */
                num_images?: number;
                /** Prompt */
                prompt: string;
                /** Seed */
                seed?: number;
                /**
                 * Width
                 * @description Pixels; 1024 when left out.
                 */
                width?: number;
            };
            language?: components["schemas"]["Field_language"];
            metadata?: components["schemas"]["Field_metadata"];
            /** Model */
            model_name: string;
            models_by_phase?: components["schemas"]["Field_models_by_phase"];
            notes_for_reviewer?: components["schemas"]["Field_notes_for_reviewer"];
            /**
             * Parameters
             * @default {}
             */
            parameters?: {
                /**
                 * Height
                 * @description Pixels; 1024 when left out.
                 */
                height?: number;
                /** What to leave out */
                negative_prompt?: string;
                /**
                 * Pictures
                 * @description 1 when left out.
                 */
                num_images?: number;
                /** Seed */
                seed?: number;
                /**
                 * Width
                 * @description Pixels; 1024 when left out.
                 */
                width?: number;
            } & {
                [key: string]: unknown;
            };
            priority?: components["schemas"]["Field_priority"];
            publish_at?: components["schemas"]["Field_publish_at"];
            quality_preference?: components["schemas"]["Field_quality_preference"];
            reference_urls?: components["schemas"]["Field_reference_urls"];
            requires_approval?: components["schemas"]["Field_requires_approval"];
            source_material?: components["schemas"]["Field_source_material"];
            task_id?: components["schemas"]["Field_task_id"];
            task_source_group_id?: components["schemas"]["Field_task_source_group_id"];
            task_source_id?: components["schemas"]["Field_task_source_id"];
            task_source_name?: components["schemas"]["Field_task_source_name"];
            /** @constant */
            task_type: "image_generation";
        } | {
            assigned_to?: components["schemas"]["Field_assigned_to"];
            due_at?: components["schemas"]["Field_due_at"];
            language?: components["schemas"]["Field_language"];
            metadata?: components["schemas"]["Field_metadata"];
            /** Model */
            model_name: string;
            models_by_phase?: components["schemas"]["Field_models_by_phase"];
            notes_for_reviewer?: components["schemas"]["Field_notes_for_reviewer"];
            /**
             * Parameters
             * @default {}
             */
            parameters?: {
                /**
                 * Height
                 * @description Pixels; 1024 when left out.
                 */
                height?: number;
                /** What to leave out */
                negative_prompt?: string;
                /**
                 * Pictures
                 * @description 1 when left out.
                 */
                num_images?: number;
                /** Seed */
                seed?: number;
                /**
                 * Width
                 * @description Pixels; 1024 when left out.
                 */
                width?: number;
            } & {
                [key: string]: unknown;
            };
            priority?: components["schemas"]["Field_priority"];
            publish_at?: components["schemas"]["Field_publish_at"];
            quality_preference?: components["schemas"]["Field_quality_preference"];
            reference_urls?: components["schemas"]["Field_reference_urls"];
            request_data?: {
                assigned_to?: components["schemas"]["Field_assigned_to"];
                due_at?: components["schemas"]["Field_due_at"];
                /** Input */
                input_data: {
                    /**
                     * Height
                     * @description Pixels; 1024 when left out.
                     */
                    height?: number;
                    /** What to leave out */
                    negative_prompt?: string;
                    /**
                     * Pictures
                     * @description 1 when left out.
                     */
                    num_images?: number;
                    /** Prompt */
                    prompt: string;
                    /** Seed */
                    seed?: number;
                    /**
                     * Width
                     * @description Pixels; 1024 when left out.
                     */
                    width?: number;
                };
                language?: components["schemas"]["Field_language"];
                metadata?: components["schemas"]["Field_metadata"];
                model_name?: components["schemas"]["Field_model_name"];
                models_by_phase?: components["schemas"]["Field_models_by_phase"];
                notes_for_reviewer?: components["schemas"]["Field_notes_for_reviewer"];
                parameters?: components["schemas"]["Field_parameters"];
                priority?: components["schemas"]["Field_priority"];
                publish_at?: components["schemas"]["Field_publish_at"];
                quality_preference?: components["schemas"]["Field_quality_preference"];
                reference_urls?: components["schemas"]["Field_reference_urls"];
                requires_approval?: components["schemas"]["Field_requires_approval"];
                source_material?: components["schemas"]["Field_source_material"];
                task_id?: components["schemas"]["Field_task_id"];
                task_source_group_id?: components["schemas"]["Field_task_source_group_id"];
                task_source_id?: components["schemas"]["Field_task_source_id"];
                task_source_name?: components["schemas"]["Field_task_source_name"];
            };
            requires_approval?: components["schemas"]["Field_requires_approval"];
            source_material?: components["schemas"]["Field_source_material"];
            task_id?: components["schemas"]["Field_task_id"];
            task_source_group_id?: components["schemas"]["Field_task_source_group_id"];
            task_source_id?: components["schemas"]["Field_task_source_id"];
            task_source_name?: components["schemas"]["Field_task_source_name"];
            /** @constant */
            task_type: "image_generation";
        };
        /**
         * @description The words that a picture holds, with their places; or, with a vision model, what it shows.
         * @example {
         *       "task_type": "image_to_text",
         *       "model_name": "builtin/reader",
         *       "input_data": {
         *         "image_base64": "iVBORw0KGgoAAAANSUhEUgAAAPoAAAAsAgMAAAAx5U2cAAAADFBMVEX///8QEBDExMRzc3O7Q1qLAAAACXBIWXMAAAsTAAALEwEAmpwYAAAB9UlEQVRIx+2Vv6ucQBDHR5eFZ4Klsb1GeARSbi/XB4Q4usW+i3+C8Di4Lktelf407f0ZKSX5F7xUV6RJn78gZEY9cz/yXiBCKr/FsjvLZ2acGRVg1qxZU/VjAhvhRuhhj2j+gc/dv/Je/DhvKzseRk8X8p/iJV3eEEsHkVxes++bnl+MxsUZ7y8Tgd/k94byLACUgRU2sC+91xlEGTnFospAvMnhOds34j6/5H3Uct/0eSLaO0w8NN4a7R4tSNTM32EcYeJgJtbk5pxXNpWb7gBCRzE+GFl89LRqDHmkS1pF5hfBe+MXlUhlccpHn5MQaq4CKHqE0isyaCOrvFIuNVXlGWyZ105ZQyub6CHxTvl36CY1hJJzqvkRnDKFrYLIK/w467rSMp84ZQs1lfsL7U77b9ykwrzj2543UCvED8RXK65fOvAHCBX4F/xPO/Lc/nP+FZUqetvHF3/mLXD+wDy3f8wfOH+IYgjsdsz/xXX+zIewkEP7vWKo3y3zOzKFcIx/rN8Vr+xXObTf4f4JI+OA+KUmU+im5IXjd/0LxDUv0TBPe3CP85NxfKSpUuvUyTp+mJ9rXmDJfMAGteL5dfeaeUWj6udbN+/4bn71Od/r5e+ta+Fwy1PTHXa07Lr3izXan5aZ+D07TOSnxv80/1Jm/Qf9AsNdqf+1xnO2AAAAAElFTkSuQmCC"
         *       }
         *     }
         */
        New_image_to_text: {
            assigned_to?: components["schemas"]["Field_assigned_to"];
            due_at?: components["schemas"]["Field_due_at"];
            /** Input */
            input_data: {
                /** Picture as base64 */
                image_base64?: string;
                /** Address of the picture */
                image_url?: string;
                /**
                 * Mode
                 * @description ocr when left out.
                 * @enum {string}
                 */
                mode?: "ocr" | "caption";
                /**
                 * Uploaded picture
                 * Format: uuid
                 */
                upload?: string;
            };
            language?: components["schemas"]["Field_language"];
            metadata?: components["schemas"]["Field_metadata"];
            /** Model */
            model_name: string;
            models_by_phase?: components["schemas"]["Field_models_by_phase"];
            notes_for_reviewer?: components["schemas"]["Field_notes_for_reviewer"];
            /**
             * Parameters
             * @default {}
             */
            parameters?: {
                /** @enum {string} */
                mode?: "ocr" | "caption";
            } & {
                [key: string]: unknown;
            };
            priority?: components["schemas"]["Field_priority"];
            publish_at?: components["schemas"]["Field_publish_at"];
            quality_preference?: components["schemas"]["Field_quality_preference"];
            reference_urls?: components["schemas"]["Field_reference_urls"];
            requires_approval?: components["schemas"]["Field_requires_approval"];
            source_material?: components["schemas"]["Field_source_material"];
            task_id?: components["schemas"]["Field_task_id"];
            task_source_group_id?: components["schemas"]["Field_task_source_group_id"];
            task_source_id?: components["schemas"]["Field_task_source_id"];
            task_source_name?: components["schemas"]["Field_task_source_name"];
            /** @constant */
            task_type: "image_to_text";
        } | {
            assigned_to?: components["schemas"]["Field_assigned_to"];
            due_at?: components["schemas"]["Field_due_at"];
            language?: components["schemas"]["Field_language"];
            metadata?: components["schemas"]["Field_metadata"];
            /** Model */
            model_name: string;
            models_by_phase?: components["schemas"]["Field_models_by_phase"];
            notes_for_reviewer?: components["schemas"]["Field_notes_for_reviewer"];
            /**
             * Parameters
             * @default {}
             */
            parameters?: {
                /** @enum {string} */
                mode?: "ocr" | "caption";
            } & {
                [key: string]: unknown;
            };
            priority?: components["schemas"]["Field_priority"];
            publish_at?: components["schemas"]["Field_publish_at"];
            quality_preference?: components["schemas"]["Field_quality_preference"];
            reference_urls?: components["schemas"]["Field_reference_urls"];
            request_data?: {
                assigned_to?: components["schemas"]["Field_assigned_to"];
                due_at?: components["schemas"]["Field_due_at"];
                /** Input */
                input_data: {
                    /** Picture as base64 */
                    image_base64?: string;
                    /** Address of the picture */
                    image_url?: string;
                    /**
                     * Mode
                     * @description ocr when left out.
                     * @enum {string}
                     */
                    mode?: "ocr" | "caption";
                    /**
                     * Uploaded picture
                     * Format: uuid
                     */
                    upload?: string;
                };
                language?: components["schemas"]["Field_language"];
                metadata?: components["schemas"]["Field_metadata"];
                model_name?: components["schemas"]["Field_model_name"];
                models_by_phase?: components["schemas"]["Field_models_by_phase"];
                notes_for_reviewer?: components["schemas"]["Field_notes_for_reviewer"];
                parameters?: components["schemas"]["Field_parameters"];
                priority?: components["schemas"]["Field_priority"];
                publish_at?: components["schemas"]["Field_publish_at"];
                quality_preference?: components["schemas"]["Field_quality_preference"];
                reference_urls?: components["schemas"]["Field_reference_urls"];
                requires_approval?: components["schemas"]["Field_requires_approval"];
                source_material?: components["schemas"]["Field_source_material"];
                task_id?: components["schemas"]["Field_task_id"];
                task_source_group_id?: components["schemas"]["Field_task_source_group_id"];
                task_source_id?: components["schemas"]["Field_task_source_id"];
                task_source_name?: components["schemas"]["Field_task_source_name"];
            };
            requires_approval?: components["schemas"]["Field_requires_approval"];
            source_material?: components["schemas"]["Field_source_material"];
            task_id?: components["schemas"]["Field_task_id"];
            task_source_group_id?: components["schemas"]["Field_task_source_group_id"];
            task_source_id?: components["schemas"]["Field_task_source_id"];
            task_source_name?: components["schemas"]["Field_task_source_name"];
            /** @constant */
            task_type: "image_to_text";
        };
        /**
         * @description A report with a source for each claim, a comparison table, a SWOT and charts.
         * @example {
         *       "task_type": "market_research",
         *       "topic": "Cargo bicycles for deliveries in cities",
         *       "competitors": [
         *         "Velorum",
         *         "Packrad"
         *       ],
         *       "region": "Denmark",
         *       "questions": [
         *         "What do they cost?",
         *         "How far do they go on one charge?"
         *       ],
         *       "source_material": "Price list of Velorum, January 2026: The Velorum Haul costs 5,400 euros. It carries 180 kilograms and goes 70 kilometres on one charge.\nPrice list of Packrad, February 2026: The Packrad Two costs 6,900 euros. It carries 250 kilograms and goes 55 kilometres on one charge. Packrad rents it out for 190 euros a month.\nReport of the Danish cyclists' union, 2025: Couriers in Copenhagen delivered 4.2 million parcels by cargo bicycle in 2025, 31 percent more than the year before. In 2023 it was 2.1 million and in 2024 it was 3.2 million. The union names theft as the biggest risk: every ninth cargo bicycle was stolen within three years.\nFrom 2027 the city of Aarhus closes its centre to diesel vans before 11 o'clock."
         *     }
         */
        New_market_research: {
            assigned_to?: components["schemas"]["Field_assigned_to"];
            /**
             * Competitors
             * @default []
             */
            competitors?: string[];
            due_at?: components["schemas"]["Field_due_at"];
            language?: components["schemas"]["Field_language"];
            metadata?: components["schemas"]["Field_metadata"];
            model_name?: components["schemas"]["Field_model_name"];
            models_by_phase?: components["schemas"]["Field_models_by_phase"];
            notes_for_reviewer?: components["schemas"]["Field_notes_for_reviewer"];
            parameters?: components["schemas"]["Field_parameters"];
            priority?: components["schemas"]["Field_priority"];
            publish_at?: components["schemas"]["Field_publish_at"];
            quality_preference?: components["schemas"]["Field_quality_preference"];
            /**
             * Questions
             * @default []
             */
            questions?: string[];
            reference_urls?: components["schemas"]["Field_reference_urls"];
            /** Region */
            region?: string;
            requires_approval?: components["schemas"]["Field_requires_approval"];
            source_material?: components["schemas"]["Field_source_material"];
            task_id?: components["schemas"]["Field_task_id"];
            task_source_group_id?: components["schemas"]["Field_task_source_group_id"];
            task_source_id?: components["schemas"]["Field_task_source_id"];
            task_source_name?: components["schemas"]["Field_task_source_name"];
            /** @constant */
            task_type: "market_research";
            /** Topic */
            topic: string;
        } | {
            assigned_to?: components["schemas"]["Field_assigned_to"];
            due_at?: components["schemas"]["Field_due_at"];
            language?: components["schemas"]["Field_language"];
            metadata?: components["schemas"]["Field_metadata"];
            model_name?: components["schemas"]["Field_model_name"];
            models_by_phase?: components["schemas"]["Field_models_by_phase"];
            notes_for_reviewer?: components["schemas"]["Field_notes_for_reviewer"];
            parameters?: components["schemas"]["Field_parameters"];
            priority?: components["schemas"]["Field_priority"];
            publish_at?: components["schemas"]["Field_publish_at"];
            quality_preference?: components["schemas"]["Field_quality_preference"];
            reference_urls?: components["schemas"]["Field_reference_urls"];
            request_data?: {
                assigned_to?: components["schemas"]["Field_assigned_to"];
                /**
                 * Competitors
                 * @default []
                 */
                competitors?: string[];
                due_at?: components["schemas"]["Field_due_at"];
                language?: components["schemas"]["Field_language"];
                metadata?: components["schemas"]["Field_metadata"];
                model_name?: components["schemas"]["Field_model_name"];
                models_by_phase?: components["schemas"]["Field_models_by_phase"];
                notes_for_reviewer?: components["schemas"]["Field_notes_for_reviewer"];
                parameters?: components["schemas"]["Field_parameters"];
                priority?: components["schemas"]["Field_priority"];
                publish_at?: components["schemas"]["Field_publish_at"];
                quality_preference?: components["schemas"]["Field_quality_preference"];
                /**
                 * Questions
                 * @default []
                 */
                questions?: string[];
                reference_urls?: components["schemas"]["Field_reference_urls"];
                /** Region */
                region?: string;
                requires_approval?: components["schemas"]["Field_requires_approval"];
                source_material?: components["schemas"]["Field_source_material"];
                task_id?: components["schemas"]["Field_task_id"];
                task_source_group_id?: components["schemas"]["Field_task_source_group_id"];
                task_source_id?: components["schemas"]["Field_task_source_id"];
                task_source_name?: components["schemas"]["Field_task_source_name"];
                /** Topic */
                topic: string;
            };
            requires_approval?: components["schemas"]["Field_requires_approval"];
            source_material?: components["schemas"]["Field_source_material"];
            task_id?: components["schemas"]["Field_task_id"];
            task_source_group_id?: components["schemas"]["Field_task_source_group_id"];
            task_source_id?: components["schemas"]["Field_task_source_id"];
            task_source_name?: components["schemas"]["Field_task_source_name"];
            /** @constant */
            task_type: "market_research";
        };
        /**
         * @description An issue with a section for each item: subject, responsive HTML and plain text, with a header picture.
         * @example {
         *       "task_type": "newsletter",
         *       "topic": "News from the harbour, May",
         *       "sections": [
         *         {
         *           "title": "The new jetty",
         *           "notes": "The jetty opened on 3 May after eight months of work. It has 42 berths, 12 of them for guests. Guests pay 180 kroner a night, electricity included."
         *         },
         *         {
         *           "title": "Harbour swim",
         *           "notes": "The harbour swim takes place on 14 June at 10 o'clock. The course is 1,200 metres long. Entry closes on 7 June."
         *         }
         *       ],
         *       "audience": "Members of the sailing club"
         *     }
         */
        New_newsletter: {
            assigned_to?: components["schemas"]["Field_assigned_to"];
            /** Audience */
            audience?: string;
            due_at?: components["schemas"]["Field_due_at"];
            language?: components["schemas"]["Field_language"];
            metadata?: components["schemas"]["Field_metadata"];
            model_name?: components["schemas"]["Field_model_name"];
            models_by_phase?: components["schemas"]["Field_models_by_phase"];
            notes_for_reviewer?: components["schemas"]["Field_notes_for_reviewer"];
            parameters?: components["schemas"]["Field_parameters"];
            priority?: components["schemas"]["Field_priority"];
            publish_at?: components["schemas"]["Field_publish_at"];
            quality_preference?: components["schemas"]["Field_quality_preference"];
            reference_urls?: components["schemas"]["Field_reference_urls"];
            requires_approval?: components["schemas"]["Field_requires_approval"];
            /**
             * Sections
             * @default []
             */
            sections?: {
                /** Notes */
                notes?: string;
                /** Title */
                title: string;
                /**
                 * Address
                 * @description Read for its matter, and linked.
                 */
                url?: string;
            }[];
            source_material?: components["schemas"]["Field_source_material"];
            task_id?: components["schemas"]["Field_task_id"];
            task_source_group_id?: components["schemas"]["Field_task_source_group_id"];
            task_source_id?: components["schemas"]["Field_task_source_id"];
            task_source_name?: components["schemas"]["Field_task_source_name"];
            /** @constant */
            task_type: "newsletter";
            /**
             * Topic
             * @description What this issue is about.
             */
            topic: string;
        } | {
            assigned_to?: components["schemas"]["Field_assigned_to"];
            due_at?: components["schemas"]["Field_due_at"];
            language?: components["schemas"]["Field_language"];
            metadata?: components["schemas"]["Field_metadata"];
            model_name?: components["schemas"]["Field_model_name"];
            models_by_phase?: components["schemas"]["Field_models_by_phase"];
            notes_for_reviewer?: components["schemas"]["Field_notes_for_reviewer"];
            parameters?: components["schemas"]["Field_parameters"];
            priority?: components["schemas"]["Field_priority"];
            publish_at?: components["schemas"]["Field_publish_at"];
            quality_preference?: components["schemas"]["Field_quality_preference"];
            reference_urls?: components["schemas"]["Field_reference_urls"];
            request_data?: {
                assigned_to?: components["schemas"]["Field_assigned_to"];
                /** Audience */
                audience?: string;
                due_at?: components["schemas"]["Field_due_at"];
                language?: components["schemas"]["Field_language"];
                metadata?: components["schemas"]["Field_metadata"];
                model_name?: components["schemas"]["Field_model_name"];
                models_by_phase?: components["schemas"]["Field_models_by_phase"];
                notes_for_reviewer?: components["schemas"]["Field_notes_for_reviewer"];
                parameters?: components["schemas"]["Field_parameters"];
                priority?: components["schemas"]["Field_priority"];
                publish_at?: components["schemas"]["Field_publish_at"];
                quality_preference?: components["schemas"]["Field_quality_preference"];
                reference_urls?: components["schemas"]["Field_reference_urls"];
                requires_approval?: components["schemas"]["Field_requires_approval"];
                /**
                 * Sections
                 * @default []
                 */
                sections?: {
                    /** Notes */
                    notes?: string;
                    /** Title */
                    title: string;
                    /**
                     * Address
                     * @description Read for its matter, and linked.
                     */
                    url?: string;
                }[];
                source_material?: components["schemas"]["Field_source_material"];
                task_id?: components["schemas"]["Field_task_id"];
                task_source_group_id?: components["schemas"]["Field_task_source_group_id"];
                task_source_id?: components["schemas"]["Field_task_source_id"];
                task_source_name?: components["schemas"]["Field_task_source_name"];
                /**
                 * Topic
                 * @description What this issue is about.
                 */
                topic: string;
            };
            requires_approval?: components["schemas"]["Field_requires_approval"];
            source_material?: components["schemas"]["Field_source_material"];
            task_id?: components["schemas"]["Field_task_id"];
            task_source_group_id?: components["schemas"]["Field_task_source_group_id"];
            task_source_id?: components["schemas"]["Field_task_source_id"];
            task_source_name?: components["schemas"]["Field_task_source_name"];
            /** @constant */
            task_type: "newsletter";
        };
        /**
         * @description Questions that the given story answers, with explanations that quote it, and a page to take them on.
         * @example {
         *       "task_type": "quiz",
         *       "story_prompt": "Once upon a time in ancient Greece, a young mathematician named Pythagoras discovered a fundamental theorem about right triangles that would revolutionize geometry forever. He was born on the island of Samos around 570 BC. In Croton, a Greek city in southern Italy, he founded a school whose pupils studied numbers, music and the stars. They swore to keep his teachings secret.",
         *       "difficulty": "medium",
         *       "num_questions": 10
         *     }
         */
        New_quiz: {
            assigned_to?: components["schemas"]["Field_assigned_to"];
            /**
             * Difficulty
             * @enum {string}
             */
            difficulty: "easy" | "medium" | "hard";
            due_at?: components["schemas"]["Field_due_at"];
            language?: components["schemas"]["Field_language"];
            metadata?: components["schemas"]["Field_metadata"];
            model_name?: components["schemas"]["Field_model_name"];
            models_by_phase?: components["schemas"]["Field_models_by_phase"];
            notes_for_reviewer?: components["schemas"]["Field_notes_for_reviewer"];
            /**
             * Questions
             * @description 5, 10 or 15 by difficulty when left out.
             */
            num_questions?: number;
            parameters?: components["schemas"]["Field_parameters"];
            priority?: components["schemas"]["Field_priority"];
            publish_at?: components["schemas"]["Field_publish_at"];
            quality_preference?: components["schemas"]["Field_quality_preference"];
            /**
             * Kinds of question
             * @description Multiple choice and true or false when left out; the others only to reach the number.
             */
            question_types?: ("multiple_choice" | "true_false" | "short_answer" | "fill_in_the_blank")[];
            reference_urls?: components["schemas"]["Field_reference_urls"];
            requires_approval?: components["schemas"]["Field_requires_approval"];
            source_material?: components["schemas"]["Field_source_material"];
            /**
             * Story
             * @description The text that the questions are about; it answers every one of them.
             */
            story_prompt: string;
            task_id?: components["schemas"]["Field_task_id"];
            task_source_group_id?: components["schemas"]["Field_task_source_group_id"];
            task_source_id?: components["schemas"]["Field_task_source_id"];
            task_source_name?: components["schemas"]["Field_task_source_name"];
            /** @constant */
            task_type: "quiz";
        } | {
            assigned_to?: components["schemas"]["Field_assigned_to"];
            due_at?: components["schemas"]["Field_due_at"];
            language?: components["schemas"]["Field_language"];
            metadata?: components["schemas"]["Field_metadata"];
            model_name?: components["schemas"]["Field_model_name"];
            models_by_phase?: components["schemas"]["Field_models_by_phase"];
            notes_for_reviewer?: components["schemas"]["Field_notes_for_reviewer"];
            parameters?: components["schemas"]["Field_parameters"];
            priority?: components["schemas"]["Field_priority"];
            publish_at?: components["schemas"]["Field_publish_at"];
            quality_preference?: components["schemas"]["Field_quality_preference"];
            reference_urls?: components["schemas"]["Field_reference_urls"];
            request_data?: {
                assigned_to?: components["schemas"]["Field_assigned_to"];
                /**
                 * Difficulty
                 * @enum {string}
                 */
                difficulty: "easy" | "medium" | "hard";
                due_at?: components["schemas"]["Field_due_at"];
                language?: components["schemas"]["Field_language"];
                metadata?: components["schemas"]["Field_metadata"];
                model_name?: components["schemas"]["Field_model_name"];
                models_by_phase?: components["schemas"]["Field_models_by_phase"];
                notes_for_reviewer?: components["schemas"]["Field_notes_for_reviewer"];
                /**
                 * Questions
                 * @description 5, 10 or 15 by difficulty when left out.
                 */
                num_questions?: number;
                parameters?: components["schemas"]["Field_parameters"];
                priority?: components["schemas"]["Field_priority"];
                publish_at?: components["schemas"]["Field_publish_at"];
                quality_preference?: components["schemas"]["Field_quality_preference"];
                /**
                 * Kinds of question
                 * @description Multiple choice and true or false when left out; the others only to reach the number.
                 */
                question_types?: ("multiple_choice" | "true_false" | "short_answer" | "fill_in_the_blank")[];
                reference_urls?: components["schemas"]["Field_reference_urls"];
                requires_approval?: components["schemas"]["Field_requires_approval"];
                source_material?: components["schemas"]["Field_source_material"];
                /**
                 * Story
                 * @description The text that the questions are about; it answers every one of them.
                 */
                story_prompt: string;
                task_id?: components["schemas"]["Field_task_id"];
                task_source_group_id?: components["schemas"]["Field_task_source_group_id"];
                task_source_id?: components["schemas"]["Field_task_source_id"];
                task_source_name?: components["schemas"]["Field_task_source_name"];
            };
            requires_approval?: components["schemas"]["Field_requires_approval"];
            source_material?: components["schemas"]["Field_source_material"];
            task_id?: components["schemas"]["Field_task_id"];
            task_source_group_id?: components["schemas"]["Field_task_source_group_id"];
            task_source_id?: components["schemas"]["Field_task_source_id"];
            task_source_name?: components["schemas"]["Field_task_source_name"];
            /** @constant */
            task_type: "quiz";
        };
        /**
         * @description One post for each platform, within that platform's limit by its own counting, with a picture.
         * @example {
         *       "task_type": "social_media",
         *       "topic": "The tide pool at Nørre Vorupør is open again",
         *       "platforms": [
         *         "x",
         *         "linkedin",
         *         "bluesky"
         *       ],
         *       "tone": "casual",
         *       "link": "https://example.org/tide-pool",
         *       "hashtags": [
         *         "seaside"
         *       ],
         *       "source_material": "The tide pool at Nørre Vorupør opened again on 1 May after a winter of repairs. Its wall is 40 centimetres higher than before and shelters 1,500 square metres of water. Admission is free. Lifeguards are there from 10 to 18 o'clock in July and August. A new ramp lets wheelchairs into the water."
         *     }
         */
        New_social_media: {
            assigned_to?: components["schemas"]["Field_assigned_to"];
            due_at?: components["schemas"]["Field_due_at"];
            /**
             * Hashtags
             * @default []
             */
            hashtags?: string[];
            language?: components["schemas"]["Field_language"];
            /**
             * Link
             * Format: uri
             * @description Put at the end of each post.
             */
            link?: string;
            metadata?: components["schemas"]["Field_metadata"];
            model_name?: components["schemas"]["Field_model_name"];
            models_by_phase?: components["schemas"]["Field_models_by_phase"];
            notes_for_reviewer?: components["schemas"]["Field_notes_for_reviewer"];
            parameters?: components["schemas"]["Field_parameters"];
            /** Platforms */
            platforms: ("x" | "linkedin" | "instagram" | "facebook" | "threads" | "bluesky" | "mastodon")[];
            priority?: components["schemas"]["Field_priority"];
            publish_at?: components["schemas"]["Field_publish_at"];
            quality_preference?: components["schemas"]["Field_quality_preference"];
            reference_urls?: components["schemas"]["Field_reference_urls"];
            requires_approval?: components["schemas"]["Field_requires_approval"];
            source_material?: components["schemas"]["Field_source_material"];
            task_id?: components["schemas"]["Field_task_id"];
            task_source_group_id?: components["schemas"]["Field_task_source_group_id"];
            task_source_id?: components["schemas"]["Field_task_source_id"];
            task_source_name?: components["schemas"]["Field_task_source_name"];
            /** @constant */
            task_type: "social_media";
            /**
             * Tone
             * @default professional
             * @enum {string}
             */
            tone?: "professional" | "casual" | "academic" | "inspirational";
            /**
             * Topic
             * @description What the posts are about.
             */
            topic: string;
        } | {
            assigned_to?: components["schemas"]["Field_assigned_to"];
            due_at?: components["schemas"]["Field_due_at"];
            language?: components["schemas"]["Field_language"];
            metadata?: components["schemas"]["Field_metadata"];
            model_name?: components["schemas"]["Field_model_name"];
            models_by_phase?: components["schemas"]["Field_models_by_phase"];
            notes_for_reviewer?: components["schemas"]["Field_notes_for_reviewer"];
            parameters?: components["schemas"]["Field_parameters"];
            priority?: components["schemas"]["Field_priority"];
            publish_at?: components["schemas"]["Field_publish_at"];
            quality_preference?: components["schemas"]["Field_quality_preference"];
            reference_urls?: components["schemas"]["Field_reference_urls"];
            request_data?: {
                assigned_to?: components["schemas"]["Field_assigned_to"];
                due_at?: components["schemas"]["Field_due_at"];
                /**
                 * Hashtags
                 * @default []
                 */
                hashtags?: string[];
                language?: components["schemas"]["Field_language"];
                /**
                 * Link
                 * Format: uri
                 * @description Put at the end of each post.
                 */
                link?: string;
                metadata?: components["schemas"]["Field_metadata"];
                model_name?: components["schemas"]["Field_model_name"];
                models_by_phase?: components["schemas"]["Field_models_by_phase"];
                notes_for_reviewer?: components["schemas"]["Field_notes_for_reviewer"];
                parameters?: components["schemas"]["Field_parameters"];
                /** Platforms */
                platforms: ("x" | "linkedin" | "instagram" | "facebook" | "threads" | "bluesky" | "mastodon")[];
                priority?: components["schemas"]["Field_priority"];
                publish_at?: components["schemas"]["Field_publish_at"];
                quality_preference?: components["schemas"]["Field_quality_preference"];
                reference_urls?: components["schemas"]["Field_reference_urls"];
                requires_approval?: components["schemas"]["Field_requires_approval"];
                source_material?: components["schemas"]["Field_source_material"];
                task_id?: components["schemas"]["Field_task_id"];
                task_source_group_id?: components["schemas"]["Field_task_source_group_id"];
                task_source_id?: components["schemas"]["Field_task_source_id"];
                task_source_name?: components["schemas"]["Field_task_source_name"];
                /**
                 * Tone
                 * @default professional
                 * @enum {string}
                 */
                tone?: "professional" | "casual" | "academic" | "inspirational";
                /**
                 * Topic
                 * @description What the posts are about.
                 */
                topic: string;
            };
            requires_approval?: components["schemas"]["Field_requires_approval"];
            source_material?: components["schemas"]["Field_source_material"];
            task_id?: components["schemas"]["Field_task_id"];
            task_source_group_id?: components["schemas"]["Field_task_source_group_id"];
            task_source_id?: components["schemas"]["Field_task_source_id"];
            task_source_name?: components["schemas"]["Field_task_source_name"];
            /** @constant */
            task_type: "social_media";
        };
        /**
         * @description A model's answer to a prompt.
         * @example {
         *       "task_type": "text_generation",
         *       "model_name": "builtin/writer",
         *       "input_data": {
         *         "prompt": "Summarise in two sentences: The harbour council met on 4 May. It decided to lengthen the north jetty by 60 metres, which makes room for 42 boats. Work begins in September and costs 380,000 euros. Until then boats may moor at the fish quay for half the price. A petition for a second crane, signed by 210 people, was put off to the autumn meeting."
         *       },
         *       "parameters": {
         *         "max_length": 100,
         *         "temperature": 0.8,
         *         "do_sample": true
         *       }
         *     }
         */
        New_text_generation: {
            assigned_to?: components["schemas"]["Field_assigned_to"];
            due_at?: components["schemas"]["Field_due_at"];
            /** Input */
            input_data: {
                /** Prompt */
                prompt: string;
            };
            language?: components["schemas"]["Field_language"];
            metadata?: components["schemas"]["Field_metadata"];
            /** Model */
            model_name: string;
            models_by_phase?: components["schemas"]["Field_models_by_phase"];
            notes_for_reviewer?: components["schemas"]["Field_notes_for_reviewer"];
            /**
             * Parameters
             * @default {}
             */
            parameters?: {
                /** @description False takes the likeliest word each time. */
                do_sample?: boolean;
                /** @description The most tokens that may be generated. */
                max_length?: number;
                seed?: number;
                stop?: string | string[];
                temperature?: number;
                top_p?: number;
            } & {
                [key: string]: unknown;
            };
            priority?: components["schemas"]["Field_priority"];
            publish_at?: components["schemas"]["Field_publish_at"];
            quality_preference?: components["schemas"]["Field_quality_preference"];
            reference_urls?: components["schemas"]["Field_reference_urls"];
            requires_approval?: components["schemas"]["Field_requires_approval"];
            source_material?: components["schemas"]["Field_source_material"];
            task_id?: components["schemas"]["Field_task_id"];
            task_source_group_id?: components["schemas"]["Field_task_source_group_id"];
            task_source_id?: components["schemas"]["Field_task_source_id"];
            task_source_name?: components["schemas"]["Field_task_source_name"];
            /** @constant */
            task_type: "text_generation";
        } | {
            assigned_to?: components["schemas"]["Field_assigned_to"];
            due_at?: components["schemas"]["Field_due_at"];
            language?: components["schemas"]["Field_language"];
            metadata?: components["schemas"]["Field_metadata"];
            /** Model */
            model_name: string;
            models_by_phase?: components["schemas"]["Field_models_by_phase"];
            notes_for_reviewer?: components["schemas"]["Field_notes_for_reviewer"];
            /**
             * Parameters
             * @default {}
             */
            parameters?: {
                /** @description False takes the likeliest word each time. */
                do_sample?: boolean;
                /** @description The most tokens that may be generated. */
                max_length?: number;
                seed?: number;
                stop?: string | string[];
                temperature?: number;
                top_p?: number;
            } & {
                [key: string]: unknown;
            };
            priority?: components["schemas"]["Field_priority"];
            publish_at?: components["schemas"]["Field_publish_at"];
            quality_preference?: components["schemas"]["Field_quality_preference"];
            reference_urls?: components["schemas"]["Field_reference_urls"];
            request_data?: {
                assigned_to?: components["schemas"]["Field_assigned_to"];
                due_at?: components["schemas"]["Field_due_at"];
                /** Input */
                input_data: {
                    /** Prompt */
                    prompt: string;
                };
                language?: components["schemas"]["Field_language"];
                metadata?: components["schemas"]["Field_metadata"];
                model_name?: components["schemas"]["Field_model_name"];
                models_by_phase?: components["schemas"]["Field_models_by_phase"];
                notes_for_reviewer?: components["schemas"]["Field_notes_for_reviewer"];
                parameters?: components["schemas"]["Field_parameters"];
                priority?: components["schemas"]["Field_priority"];
                publish_at?: components["schemas"]["Field_publish_at"];
                quality_preference?: components["schemas"]["Field_quality_preference"];
                reference_urls?: components["schemas"]["Field_reference_urls"];
                requires_approval?: components["schemas"]["Field_requires_approval"];
                source_material?: components["schemas"]["Field_source_material"];
                task_id?: components["schemas"]["Field_task_id"];
                task_source_group_id?: components["schemas"]["Field_task_source_group_id"];
                task_source_id?: components["schemas"]["Field_task_source_id"];
                task_source_name?: components["schemas"]["Field_task_source_name"];
            };
            requires_approval?: components["schemas"]["Field_requires_approval"];
            source_material?: components["schemas"]["Field_source_material"];
            task_id?: components["schemas"]["Field_task_id"];
            task_source_group_id?: components["schemas"]["Field_task_source_group_id"];
            task_source_id?: components["schemas"]["Field_task_source_id"];
            task_source_name?: components["schemas"]["Field_task_source_name"];
            /** @constant */
            task_type: "text_generation";
        };
        /**
         * @description A text read aloud, as WAV, MP3 or Ogg.
         * @example {
         *       "task_type": "text_to_speech",
         *       "model_name": "builtin/voice",
         *       "input_data": {
         *         "text": "The harbour bell rings twice before the ferry leaves.",
         *         "format": "wav"
         *       }
         *     }
         */
        New_text_to_speech: {
            assigned_to?: components["schemas"]["Field_assigned_to"];
            due_at?: components["schemas"]["Field_due_at"];
            /** Input */
            input_data: {
                /**
                 * Format
                 * @description wav (16-bit PCM) when left out.
                 * @enum {string}
                 */
                format?: "wav" | "mp3" | "ogg";
                /**
                 * Rate
                 * @description 1 is the voice's usual speed.
                 */
                rate?: number;
                /** Text */
                text: string;
                /** Voice */
                voice?: string;
            };
            language?: components["schemas"]["Field_language"];
            metadata?: components["schemas"]["Field_metadata"];
            /** Model */
            model_name: string;
            models_by_phase?: components["schemas"]["Field_models_by_phase"];
            notes_for_reviewer?: components["schemas"]["Field_notes_for_reviewer"];
            /**
             * Parameters
             * @default {}
             */
            parameters?: {
                /**
                 * Format
                 * @description wav (16-bit PCM) when left out.
                 * @enum {string}
                 */
                format?: "wav" | "mp3" | "ogg";
                /**
                 * Rate
                 * @description 1 is the voice's usual speed.
                 */
                rate?: number;
                /** Voice */
                voice?: string;
            } & {
                [key: string]: unknown;
            };
            priority?: components["schemas"]["Field_priority"];
            publish_at?: components["schemas"]["Field_publish_at"];
            quality_preference?: components["schemas"]["Field_quality_preference"];
            reference_urls?: components["schemas"]["Field_reference_urls"];
            requires_approval?: components["schemas"]["Field_requires_approval"];
            source_material?: components["schemas"]["Field_source_material"];
            task_id?: components["schemas"]["Field_task_id"];
            task_source_group_id?: components["schemas"]["Field_task_source_group_id"];
            task_source_id?: components["schemas"]["Field_task_source_id"];
            task_source_name?: components["schemas"]["Field_task_source_name"];
            /** @constant */
            task_type: "text_to_speech";
        } | {
            assigned_to?: components["schemas"]["Field_assigned_to"];
            due_at?: components["schemas"]["Field_due_at"];
            language?: components["schemas"]["Field_language"];
            metadata?: components["schemas"]["Field_metadata"];
            /** Model */
            model_name: string;
            models_by_phase?: components["schemas"]["Field_models_by_phase"];
            notes_for_reviewer?: components["schemas"]["Field_notes_for_reviewer"];
            /**
             * Parameters
             * @default {}
             */
            parameters?: {
                /**
                 * Format
                 * @description wav (16-bit PCM) when left out.
                 * @enum {string}
                 */
                format?: "wav" | "mp3" | "ogg";
                /**
                 * Rate
                 * @description 1 is the voice's usual speed.
                 */
                rate?: number;
                /** Voice */
                voice?: string;
            } & {
                [key: string]: unknown;
            };
            priority?: components["schemas"]["Field_priority"];
            publish_at?: components["schemas"]["Field_publish_at"];
            quality_preference?: components["schemas"]["Field_quality_preference"];
            reference_urls?: components["schemas"]["Field_reference_urls"];
            request_data?: {
                assigned_to?: components["schemas"]["Field_assigned_to"];
                due_at?: components["schemas"]["Field_due_at"];
                /** Input */
                input_data: {
                    /**
                     * Format
                     * @description wav (16-bit PCM) when left out.
                     * @enum {string}
                     */
                    format?: "wav" | "mp3" | "ogg";
                    /**
                     * Rate
                     * @description 1 is the voice's usual speed.
                     */
                    rate?: number;
                    /** Text */
                    text: string;
                    /** Voice */
                    voice?: string;
                };
                language?: components["schemas"]["Field_language"];
                metadata?: components["schemas"]["Field_metadata"];
                model_name?: components["schemas"]["Field_model_name"];
                models_by_phase?: components["schemas"]["Field_models_by_phase"];
                notes_for_reviewer?: components["schemas"]["Field_notes_for_reviewer"];
                parameters?: components["schemas"]["Field_parameters"];
                priority?: components["schemas"]["Field_priority"];
                publish_at?: components["schemas"]["Field_publish_at"];
                quality_preference?: components["schemas"]["Field_quality_preference"];
                reference_urls?: components["schemas"]["Field_reference_urls"];
                requires_approval?: components["schemas"]["Field_requires_approval"];
                source_material?: components["schemas"]["Field_source_material"];
                task_id?: components["schemas"]["Field_task_id"];
                task_source_group_id?: components["schemas"]["Field_task_source_group_id"];
                task_source_id?: components["schemas"]["Field_task_source_id"];
                task_source_name?: components["schemas"]["Field_task_source_name"];
            };
            requires_approval?: components["schemas"]["Field_requires_approval"];
            source_material?: components["schemas"]["Field_source_material"];
            task_id?: components["schemas"]["Field_task_id"];
            task_source_group_id?: components["schemas"]["Field_task_source_group_id"];
            task_source_id?: components["schemas"]["Field_task_source_id"];
            task_source_name?: components["schemas"]["Field_task_source_name"];
            /** @constant */
            task_type: "text_to_speech";
        };
        /**
         * @description A narrated MP4 with a picture for each segment, poster, subtitles and chapters.
         * @example {
         *       "task_type": "video",
         *       "story_prompt": "Twice a day the tide pushes salt water far into the estuary. At low water the mudflats lie dry, and thousands of birds come to feed on snails and worms. Behind the flats the salt marsh slows the waves of a storm and shelters young fish in its creeks.",
         *       "segments": 3,
         *       "voice_rate": 1,
         *       "image_style": "watercolor",
         *       "resolution": "1280*720",
         *       "include_subtitles": true,
         *       "theme": "modern"
         *     }
         */
        New_video: {
            assigned_to?: components["schemas"]["Field_assigned_to"];
            /**
             * Uploaded music
             * Format: uuid
             * @description MP3, WAV, Ogg, FLAC, AAC, M4A or MP4, up to 100 MiB.
             */
            bgm_upload_id?: string;
            /** Address of the music */
            bgm_url?: string;
            /** Colours of a custom theme */
            custom_colors?: string[] | {
                [key: string]: string;
            };
            due_at?: components["schemas"]["Field_due_at"];
            /**
             * Style of the pictures
             * @description realistic, cartoon, watercolor, oil_painting …
             * @default realistic
             */
            image_style?: string;
            /**
             * Burn in subtitles
             * @default false
             */
            include_subtitles?: boolean;
            /**
             * Uploaded opening video
             * Format: uuid
             * @description MP4, MOV, WebM or Matroska, up to 100 MiB.
             */
            intro_video_upload_id?: string;
            /** Address of the opening video */
            intro_video_url?: string;
            language?: components["schemas"]["Field_language"];
            /**
             * Uploaded logo
             * Format: uuid
             * @description PNG, JPEG, WebP, GIF or AVIF, up to 100 MiB.
             */
            logo_upload_id?: string;
            /** Address of the logo */
            logo_url?: string;
            metadata?: components["schemas"]["Field_metadata"];
            model_name?: components["schemas"]["Field_model_name"];
            models_by_phase?: components["schemas"]["Field_models_by_phase"];
            notes_for_reviewer?: components["schemas"]["Field_notes_for_reviewer"];
            /**
             * Uploaded closing video
             * Format: uuid
             * @description MP4, MOV, WebM or Matroska, up to 100 MiB.
             */
            outro_video_upload_id?: string;
            /** Address of the closing video */
            outro_video_url?: string;
            parameters?: components["schemas"]["Field_parameters"];
            priority?: components["schemas"]["Field_priority"];
            publish_at?: components["schemas"]["Field_publish_at"];
            quality_preference?: components["schemas"]["Field_quality_preference"];
            reference_urls?: components["schemas"]["Field_reference_urls"];
            requires_approval?: components["schemas"]["Field_requires_approval"];
            /**
             * Resolution
             * @default 1920*1080
             */
            resolution?: string;
            /**
             * Segments
             * @description 1 to 50, or maximum: as many as the text gives.
             */
            segments: number | "maximum";
            source_material?: components["schemas"]["Field_source_material"];
            /** Story */
            story_prompt: string;
            task_id?: components["schemas"]["Field_task_id"];
            task_source_group_id?: components["schemas"]["Field_task_source_group_id"];
            task_source_id?: components["schemas"]["Field_task_source_id"];
            task_source_name?: components["schemas"]["Field_task_source_name"];
            /** @constant */
            task_type: "video";
            /**
             * Test mode
             * @description Small and quick, to try things out.
             * @default false
             */
            test_mode?: boolean;
            /**
             * Theme
             * @description modern, elegant … or custom, with colours.
             * @default modern
             */
            theme?: string;
            /** Voice */
            voice_name?: string;
            /**
             * Rate of speech
             * @default 1
             */
            voice_rate?: number;
        } | {
            assigned_to?: components["schemas"]["Field_assigned_to"];
            due_at?: components["schemas"]["Field_due_at"];
            language?: components["schemas"]["Field_language"];
            metadata?: components["schemas"]["Field_metadata"];
            model_name?: components["schemas"]["Field_model_name"];
            models_by_phase?: components["schemas"]["Field_models_by_phase"];
            notes_for_reviewer?: components["schemas"]["Field_notes_for_reviewer"];
            parameters?: components["schemas"]["Field_parameters"];
            priority?: components["schemas"]["Field_priority"];
            publish_at?: components["schemas"]["Field_publish_at"];
            quality_preference?: components["schemas"]["Field_quality_preference"];
            reference_urls?: components["schemas"]["Field_reference_urls"];
            request_data?: {
                assigned_to?: components["schemas"]["Field_assigned_to"];
                /**
                 * Uploaded music
                 * Format: uuid
                 * @description MP3, WAV, Ogg, FLAC, AAC, M4A or MP4, up to 100 MiB.
                 */
                bgm_upload_id?: string;
                /** Address of the music */
                bgm_url?: string;
                /** Colours of a custom theme */
                custom_colors?: string[] | {
                    [key: string]: string;
                };
                due_at?: components["schemas"]["Field_due_at"];
                /**
                 * Style of the pictures
                 * @description realistic, cartoon, watercolor, oil_painting …
                 * @default realistic
                 */
                image_style?: string;
                /**
                 * Burn in subtitles
                 * @default false
                 */
                include_subtitles?: boolean;
                /**
                 * Uploaded opening video
                 * Format: uuid
                 * @description MP4, MOV, WebM or Matroska, up to 100 MiB.
                 */
                intro_video_upload_id?: string;
                /** Address of the opening video */
                intro_video_url?: string;
                language?: components["schemas"]["Field_language"];
                /**
                 * Uploaded logo
                 * Format: uuid
                 * @description PNG, JPEG, WebP, GIF or AVIF, up to 100 MiB.
                 */
                logo_upload_id?: string;
                /** Address of the logo */
                logo_url?: string;
                metadata?: components["schemas"]["Field_metadata"];
                model_name?: components["schemas"]["Field_model_name"];
                models_by_phase?: components["schemas"]["Field_models_by_phase"];
                notes_for_reviewer?: components["schemas"]["Field_notes_for_reviewer"];
                /**
                 * Uploaded closing video
                 * Format: uuid
                 * @description MP4, MOV, WebM or Matroska, up to 100 MiB.
                 */
                outro_video_upload_id?: string;
                /** Address of the closing video */
                outro_video_url?: string;
                parameters?: components["schemas"]["Field_parameters"];
                priority?: components["schemas"]["Field_priority"];
                publish_at?: components["schemas"]["Field_publish_at"];
                quality_preference?: components["schemas"]["Field_quality_preference"];
                reference_urls?: components["schemas"]["Field_reference_urls"];
                requires_approval?: components["schemas"]["Field_requires_approval"];
                /**
                 * Resolution
                 * @default 1920*1080
                 */
                resolution?: string;
                /**
                 * Segments
                 * @description 1 to 50, or maximum: as many as the text gives.
                 */
                segments: number | "maximum";
                source_material?: components["schemas"]["Field_source_material"];
                /** Story */
                story_prompt: string;
                task_id?: components["schemas"]["Field_task_id"];
                task_source_group_id?: components["schemas"]["Field_task_source_group_id"];
                task_source_id?: components["schemas"]["Field_task_source_id"];
                task_source_name?: components["schemas"]["Field_task_source_name"];
                /**
                 * Test mode
                 * @description Small and quick, to try things out.
                 * @default false
                 */
                test_mode?: boolean;
                /**
                 * Theme
                 * @description modern, elegant … or custom, with colours.
                 * @default modern
                 */
                theme?: string;
                /** Voice */
                voice_name?: string;
                /**
                 * Rate of speech
                 * @default 1
                 */
                voice_rate?: number;
            };
            requires_approval?: components["schemas"]["Field_requires_approval"];
            source_material?: components["schemas"]["Field_source_material"];
            task_id?: components["schemas"]["Field_task_id"];
            task_source_group_id?: components["schemas"]["Field_task_source_group_id"];
            task_source_id?: components["schemas"]["Field_task_source_id"];
            task_source_name?: components["schemas"]["Field_task_source_name"];
            /** @constant */
            task_type: "video";
        };
        /** @description The type's fields stand flat, or together under request_data */
        NewTask: components["schemas"]["New_blog_post"] | components["schemas"]["New_business_analytics"] | components["schemas"]["New_data_retrieval"] | components["schemas"]["New_financial_analysis"] | components["schemas"]["New_quiz"] | components["schemas"]["New_image_generation"] | components["schemas"]["New_text_generation"] | components["schemas"]["New_image_to_text"] | components["schemas"]["New_concept_generation"] | components["schemas"]["New_concept_refinement"] | components["schemas"]["New_animated_lesson"] | components["schemas"]["New_video"] | components["schemas"]["New_text_to_speech"] | components["schemas"]["New_documentation"] | components["schemas"]["New_social_media"] | components["schemas"]["New_email"] | components["schemas"]["New_newsletter"] | components["schemas"]["New_market_research"];
        Notification: {
            actor: {
                name: string;
                type: string;
            };
            /** Format: date-time */
            created_at: string;
            id: string;
            /** @enum {string} */
            kind: "assigned" | "mentioned" | "due" | "failed";
            message: string;
            read_at: string | null;
            /** @description Null when it is about several tasks, or none */
            task_id: string | null;
            /** @description Where the hub shows what it is about */
            url: string;
        };
        NotificationSettings: {
            /** @description Hour of the day, UTC, of the daily mail; null for none */
            digest_hour: number | null;
            /** @description Whether this installation sends mail (SMTP_URL) */
            mail_available: boolean;
            /** @description Kinds that are mailed at once */
            mailed: ("assigned" | "mentioned" | "due" | "failed")[];
        };
        /**
         * @description US dollars: per million tokens read and written, per picture, per million characters, per minute of speech
         * @example {
         *       "unit": "tokens",
         *       "input": 1.1,
         *       "output": 8.5
         *     }
         */
        OwnModelPrice: {
            input: number;
            output: number;
            /** @constant */
            unit: "tokens";
        } | {
            image: number | {
                balanced: {
                    square: number;
                    wide: number;
                };
                fast: {
                    square: number;
                    wide: number;
                };
                quality: {
                    square: number;
                    wide: number;
                };
            };
            /** @constant */
            unit: "image";
        } | {
            perMillionCharacters: number;
            /** @constant */
            unit: "characters";
        } | {
            perMinute: number;
            /** @constant */
            unit: "minute";
        } | {
            /** @constant */
            unit: "free";
        };
        Policy: {
            /** @description Whether people may approve what they asked for or edited; null is yes */
            allow_own_approval: boolean | null;
            /** @description People who must approve one revision; null is one */
            approvals_needed: number | null;
            /** @description What holds without a decision */
            default_requires_approval: boolean;
            /** @description What this account decided; null for nothing */
            requires_approval: boolean | null;
            task_type: string;
        };
        PresentPerson: {
            /** @description Whether it is theirs to decide now: the first to open it of those who may review */
            holds: boolean;
            name: string;
            /** Format: date-time */
            since: string;
            task_id: string;
            user_id: string;
        };
        PricedTask: {
            /** @description The same for each phase that uses a model */
            cost_by_phase: {
                [key: string]: number | null;
            };
            /** @description US dollars; null when a model's price is unknown */
            estimated_cost: number | null;
            /** @description The median of the account's last 50 tasks of the type; null before the first */
            estimated_seconds: number | null;
            /** @description The model of each phase that uses one */
            models: {
                [key: string]: string;
            };
            requires_approval: boolean;
            task_type: string;
            /** @constant */
            valid: true;
            warnings: string[];
        };
        QuizAnswer: {
            correct_answer: string;
            explanation: string;
        };
        RevisionBlocks: {
            blocks: {
                /** @description Open comments on this revision that are about it */
                comment_ids: string[];
                kind: string;
                /** @description What `blocks` of a regeneration calls it */
                name: string;
                /** @description As a reader sees it */
                text: string;
            }[];
            /** @description What a block is called there; null for types that are made as a whole */
            called: {
                one: string;
                several: string;
            } | null;
            /** @description Where a round for some blocks may begin, the usual first */
            from_phases: string[];
            /** @description The current revision, whose blocks they are */
            revision: number | null;
            revision_sha256: string | null;
            task_id: string;
        };
        RevisionDiff: {
            content: {
                /** @enum {string} */
                op: "same" | "added" | "removed";
                text: string;
            }[];
            from: number;
            result: {
                after: unknown;
                before: unknown;
                path: string;
            }[];
            to: number;
            words_added: number;
            words_removed: number;
        };
        SavedView: {
            id: string;
            name: string;
            query: string;
        };
        Stats: {
            /** @description Approvals among all decisions that were not taken back, 0–1 */
            approval_rate: number | null;
            average_quality: number | null;
            /** @description What these days cost by the tasks approved in them */
            cost_per_approved: number | null;
            cost_today: number;
            days: {
                approved: number;
                /** @description Tasks that came to a result on that day */
                completed: number;
                /** @description US dollars */
                cost: number;
                created: number;
                /** @description UTC */
                date: string;
                quality: number | null;
                /** @description Rejected or sent back */
                rejected: number;
            }[];
            models: {
                /** @description US dollars */
                cost: number;
                model: string;
                quality: number | null;
                tasks: number;
            }[];
            /** @description Of these days; each is the total of the list under the filters of its name */
            totals: {
                /** @description Of those, the ones that are approved or published now */
                approved: number;
                completed: number;
                /** @description US dollars */
                cost: number;
                /** @description Tasks that a reviewer decided on */
                decided: number;
                /** @description Tasks created in these days that have a quality */
                scored: number;
            };
            types: {
                /** @description US dollars */
                cost: number;
                quality: number | null;
                task_type: string;
                tasks: number;
            }[];
            /** @description What waits now for whoever asks, snoozed tasks and those they have approved left out, most first; the groups with most of it */
            waiting: {
                groups: {
                    count: number;
                    name: string;
                }[];
                types: {
                    count: number;
                    name: string;
                }[];
            };
        };
        StatusHistory: {
            history: {
                actor: {
                    id: string;
                    name: string;
                    /** @enum {string} */
                    type: "user" | "key" | "worker" | "system";
                };
                metadata: {
                    [key: string]: unknown;
                } | null;
                new_status: string | null;
                old_status: string | null;
                reason: string | null;
                success: boolean;
                /** Format: date-time */
                timestamp: string;
            }[];
            history_count: number;
            task_id: string;
        };
        Task: {
            account_id: string;
            approval_refused: components["schemas"]["ApprovalRefusal"] | null;
            approval_status: ("pending_human_review" | "approved" | "rejected") | null;
            /** @description In lists null unless several approvals are needed and the task waits for them */
            approvals: components["schemas"]["Approvals"] | null;
            approved_sha256: string | null;
            assigned_to: string | null;
            attempt: number;
            /** @description Verbs that this caller may use now */
            available_actions: string[];
            /** @description What the last round was allowed to change; null for the whole */
            blocks: string[] | null;
            cancelled_at: string | null;
            comments: components["schemas"]["TaskComment"][];
            completed_at: string | null;
            content: string | null;
            cost_breakdown: {
                [key: string]: number | null;
            };
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             */
            created_at: string;
            degraded: boolean;
            degraded_reasons: string[];
            due_at: string | null;
            error_code: string | null;
            error_details: {
                [key: string]: unknown;
            } | null;
            error_message: string | null;
            /** @description US dollars; null when a price is unknown */
            estimated_cost: number | null;
            /** @description The latest 100, oldest first */
            events: components["schemas"]["TaskEvent"][];
            /** @description The result's own, else the first words of it */
            excerpt: string | null;
            featured_image_url: string | null;
            feedback: string | null;
            hold_reason: string | null;
            /** @description The account's number of the task in lists, its id elsewhere */
            id: string;
            language: string;
            message: string;
            metadata: {
                [key: string]: unknown;
            };
            model_name: string | null;
            model_used: string | null;
            models_by_phase: {
                [key: string]: string;
            };
            notes_for_reviewer: string | null;
            number: number;
            parameters: {
                [key: string]: unknown;
            };
            phase: string | null;
            phases: components["schemas"]["TaskPhase"][];
            /** @enum {string} */
            priority: "low" | "normal" | "high" | "urgent";
            progress: number;
            publish_at: string | null;
            published_at: string | null;
            published_url: string | null;
            quality_preference: string;
            quality_score: number | null;
            queued_at: string | null;
            reference_urls: string[];
            request_data: {
                [key: string]: unknown;
            } | null;
            requires_approval: boolean;
            result: {
                [key: string]: unknown;
            } | null;
            result_url: string | null;
            revision: components["schemas"]["TaskRevision"] | null;
            revision_number: number | null;
            revision_sha256: string | null;
            round: number;
            seo_description: string | null;
            seo_keywords: string[];
            seo_title: string | null;
            snoozed_by: string | null;
            /** @description Off the desk until then, or until something happens to it */
            snoozed_until: string | null;
            source_material: string | null;
            started_at: string | null;
            /** @enum {string} */
            state: "pending" | "queued" | "generating" | "on_hold" | "awaiting_approval" | "approved" | "rejected" | "published" | "completed" | "failed" | "cancelled";
            status: string;
            task_id: string;
            task_source_group_id: string | null;
            task_source_id: string | null;
            task_source_name: string | null;
            task_type: string;
            /** @description A small picture of the result or of its first page: WebP, 480 pixels at most, or its picture where that is small */
            thumbnail_url: string | null;
            title: string;
            topic: string | null;
            /** @description US dollars spent so far */
            total_cost: number;
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             */
            updated_at: string;
            user_id: string;
            warnings: string[];
            worker_id: string | null;
        };
        TaskComment: {
            anchor: {
                [key: string]: unknown;
            } | null;
            author: {
                id: string;
                name: string;
                /** @enum {string} */
                type: "user" | "key" | "worker" | "system";
            };
            body: string;
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             */
            created_at: string;
            id: string;
            resolved_at: string | null;
            revision: number | null;
        };
        TaskEvent: {
            actor: {
                id: string;
                name: string;
                /** @enum {string} */
                type: "user" | "key" | "worker" | "system";
            };
            id: string;
            message: string;
            new_status: string | null;
            old_status: string | null;
            phase: string | null;
            progress: number | null;
            reason: string | null;
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             */
            timestamp: string;
            type: string;
        };
        TaskGroup: {
            /** @description By canonical status */
            counts: {
                [key: string]: number;
            };
            /** Format: date-time */
            first_activity: string;
            /** Format: date-time */
            last_activity: string;
            /** @description 0–100: the mean over its tasks */
            progress: number;
            quality_score: number | null;
            task_source_group_id: string;
            total: number;
            /** @description US dollars */
            total_cost: number;
        };
        TaskList: {
            limit: number;
            next_cursor: string | null;
            offset: number;
            skip: number;
            tasks: components["schemas"]["TaskListItem"][];
            total: number;
            /** @description There are more than the 10,000 that were counted */
            total_capped?: boolean;
        };
        TaskListItem: {
            account_id: string;
            approval_status: ("pending_human_review" | "approved" | "rejected") | null;
            /** @description In lists null unless several approvals are needed and the task waits for them */
            approvals: components["schemas"]["Approvals"] | null;
            assigned_to: string | null;
            attempt: number;
            cancelled_at: string | null;
            completed_at: string | null;
            /** @description Left out where the list was asked for without */
            content?: string | null;
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             */
            created_at: string;
            degraded: boolean;
            degraded_reasons: string[];
            due_at: string | null;
            error_code: string | null;
            error_message: string | null;
            /** @description US dollars; null when a price is unknown */
            estimated_cost: number | null;
            /** @description The result's own, else the first words of it */
            excerpt: string | null;
            featured_image_url: string | null;
            hold_reason: string | null;
            /** @description The account's number of the task in lists, its id elsewhere */
            id: string;
            message: string;
            model_name: string | null;
            model_used: string | null;
            number: number;
            phase: string | null;
            /** @enum {string} */
            priority: "low" | "normal" | "high" | "urgent";
            progress: number;
            publish_at: string | null;
            published_at: string | null;
            published_url: string | null;
            quality_score: number | null;
            queued_at: string | null;
            result_url: string | null;
            revision_number: number | null;
            revision_sha256: string | null;
            round: number;
            seo_description: string | null;
            seo_keywords: string[];
            seo_title: string | null;
            snoozed_by: string | null;
            /** @description Off the desk until then, or until something happens to it */
            snoozed_until: string | null;
            started_at: string | null;
            /** @enum {string} */
            state: "pending" | "queued" | "generating" | "on_hold" | "awaiting_approval" | "approved" | "rejected" | "published" | "completed" | "failed" | "cancelled";
            status: string;
            task_id: string;
            task_source_group_id: string | null;
            task_source_id: string | null;
            task_source_name: string | null;
            task_type: string;
            /** @description A small picture of the result or of its first page: WebP, 480 pixels at most, or its picture where that is small */
            thumbnail_url: string | null;
            title: string;
            topic: string | null;
            /** @description US dollars spent so far */
            total_cost: number;
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             */
            updated_at: string;
            user_id: string;
            warnings: string[];
            worker_id: string | null;
        };
        TaskPhase: {
            cost: number | null;
            error: string | null;
            finished_at: string | null;
            input_tokens: number;
            label: string;
            model: string | null;
            name: string;
            output: unknown;
            output_tokens: number;
            round: number;
            seconds: number | null;
            started_at: string | null;
            /** @enum {string} */
            status: "waiting" | "running" | "done" | "failed" | "reused";
        };
        TaskRevision: {
            author: {
                id: string;
                name: string;
                /** @enum {string} */
                type: "user" | "key" | "worker" | "system";
            };
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             */
            created_at: string;
            note: string | null;
            number: number;
            /** @enum {string} */
            origin: "generated" | "edited" | "restored";
            round: number;
            sha256: string;
        };
        TaskRevisionDetail: {
            author: {
                id: string;
                name: string;
                /** @enum {string} */
                type: "user" | "key" | "worker" | "system";
            };
            content: string | null;
            /**
             * Format: date-time
             * @description UTC, ISO 8601
             */
            created_at: string;
            note: string | null;
            number: number;
            /** @enum {string} */
            origin: "generated" | "edited" | "restored";
            result: {
                [key: string]: unknown;
            };
            round: number;
            sha256: string;
        };
        TaskType: {
            attempts: number;
            description: string;
            example: {
                [key: string]: unknown;
            };
            label: string;
            name: string;
            phases: {
                label: string;
                model: string | null;
                name: string;
            }[];
            /** @description JSON Schema of the type's own fields */
            request_schema: {
                [key: string]: unknown;
            };
            requires_approval: boolean;
            timeout_minutes: number;
        };
        Upload: {
            name: string;
            sha256: string;
            /** @description Bytes */
            size: number;
            /** @description By its content, not by what its sender says */
            type: string;
            /** Format: uuid */
            upload_id: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
