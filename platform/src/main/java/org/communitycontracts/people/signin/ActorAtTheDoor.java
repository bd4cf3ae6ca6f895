package org.communitycontracts.people.signin;

import java.util.List;
import org.communitycontracts.permissions.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Hands each page the {@link Actor} who asks for it, with the roles held at this moment; looked up once a request. */
@Component
class ActorAtTheDoor implements HandlerMethodArgumentResolver, WebMvcConfigurer {
    private static final String FOUND = ActorAtTheDoor.class.getName();

    private final Sessions sessions;

    ActorAtTheDoor(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Actor.class;
    }

    @Override
    public Actor resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        if (request.getAttribute(FOUND, RequestAttributes.SCOPE_REQUEST) instanceof Actor found) {
            return found;
        }
        Actor actor = SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn
                ? sessions.actor(signedIn)
                : Actor.NOBODY;
        request.setAttribute(FOUND, actor, RequestAttributes.SCOPE_REQUEST);
        return actor;
    }
}
