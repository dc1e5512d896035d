/** Which effects a program may have: capabilities, and the policy that grants them. */
package ruff.policy;
