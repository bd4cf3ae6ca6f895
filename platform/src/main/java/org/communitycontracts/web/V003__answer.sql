-- The first answer to a form, so that sending it again gives the same. It is sealed with the form's own key, which stands
-- nowhere in the database: whoever reads this table learns nothing of what people sent or were told.
alter table once drop column location;
alter table once add column answer bytea;
