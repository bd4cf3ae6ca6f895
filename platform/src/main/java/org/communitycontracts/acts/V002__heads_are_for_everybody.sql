-- The signed heads are published: somebody who asks for them has said no council whose rows they may see.
create policy published on head for select to cc_app using (true);
