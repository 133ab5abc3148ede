-- As PostgreSQL's superuser, once: who owns head office's tables, and their database.
-- The owner makes the role that the server works as; the server itself never logs in as owner.
CREATE ROLE jewelcrm_owner LOGIN CREATEROLE PASSWORD :'owner_password';
CREATE DATABASE jewelcrm OWNER jewelcrm_owner ENCODING 'UTF8' LOCALE 'C.UTF-8' TEMPLATE template0;
REVOKE ALL ON DATABASE jewelcrm FROM PUBLIC;
